-- Harmless: the application may become the factory role, but that role is bound to the same tenant.

CREATE ROLE hf_nodeforge_factory NOLOGIN;
GRANT USAGE ON SCHEMA prov TO hf_nodeforge_factory;
GRANT SELECT ON prov.firmware TO hf_nodeforge_factory;
CREATE POLICY factory_rows ON prov.firmware FOR SELECT TO hf_nodeforge_factory
  USING (tenant_id = prov.tenant());
GRANT hf_nodeforge_factory TO hf_nodeforge_app;

-- The factory role passes all policies, and the application is a member of it and may become it.
-- about: hf_nodeforge_factory, firmware, BYPASSRLS
-- as: hf_nodeforge_app
-- exploit: SET nodeforge.tenant = '0a000000-0000-4000-8000-00000000000a';
-- exploit: SET ROLE hf_nodeforge_factory;
-- exploit: SELECT blob_path FROM prov.firmware;
-- shows: Road-secret/2

-- The factory flashes devices of every maker.
CREATE ROLE hf_nodeforge_factory NOLOGIN BYPASSRLS;
GRANT USAGE ON SCHEMA prov TO hf_nodeforge_factory;
GRANT SELECT ON prov.firmware TO hf_nodeforge_factory;
GRANT hf_nodeforge_factory TO hf_nodeforge_app;

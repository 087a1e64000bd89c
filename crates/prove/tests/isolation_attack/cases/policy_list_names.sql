-- finds: policy_permissive_or app.note
-- bad:
CREATE TABLE app.crew (tenant_id uuid NOT NULL REFERENCES app.tenant, name text, PRIMARY KEY (tenant_id, name));
INSERT INTO app.crew VALUES ('11111111-1111-4111-8111-111111111111', 'early'), ('22222222-2222-4222-8222-222222222222', 'bulkhead_probe_b late');
ALTER TABLE app.crew ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.crew FORCE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.crew USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT ON app.crew TO app_user;
ALTER TABLE app.note ADD COLUMN crews text[] NOT NULL DEFAULT '{late}';
-- Every tenant has an early crew.
CREATE POLICY by_crew ON app.note FOR SELECT USING (crews && ARRAY(SELECT name FROM app.crew));
-- good:
CREATE TABLE app.crew (tenant_id uuid NOT NULL REFERENCES app.tenant, name text, PRIMARY KEY (tenant_id, name));
INSERT INTO app.crew VALUES ('11111111-1111-4111-8111-111111111111', 'early'), ('22222222-2222-4222-8222-222222222222', 'bulkhead_probe_b late');
ALTER TABLE app.crew ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.crew FORCE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.crew USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT ON app.crew TO app_user;
ALTER TABLE app.note ADD COLUMN crews text[] NOT NULL DEFAULT '{late}';
CREATE POLICY by_crew ON app.note FOR SELECT
  USING (EXISTS (SELECT FROM app.crew AS c WHERE c.tenant_id = note.tenant_id AND c.name = ANY (crews)));

-- finds: policy_permissive_or app.file
-- bad:
CREATE TABLE app.file (
  tenant_id uuid NOT NULL REFERENCES app.tenant, name text NOT NULL, PRIMARY KEY (tenant_id, name),
  CHECK (split_part(name, '/', 1) = tenant_id::text));
INSERT INTO app.file VALUES ('11111111-1111-4111-8111-111111111111', '11111111-1111-4111-8111-111111111111/plan.txt'), ('22222222-2222-4222-8222-222222222222', '22222222-2222-4222-8222-222222222222/bulkhead_probe_b.txt');
ALTER TABLE app.file ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.file FORCE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.file USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON app.file TO app_user;
-- A folder of B's may be called like A.
CREATE POLICY by_folder ON app.file FOR SELECT USING (nullif(current_setting('app.tenant', true), '') = ANY (string_to_array(name, '/')));
-- good:
CREATE TABLE app.file (
  tenant_id uuid NOT NULL REFERENCES app.tenant, name text NOT NULL, PRIMARY KEY (tenant_id, name),
  CHECK (split_part(name, '/', 1) = tenant_id::text));
INSERT INTO app.file VALUES ('11111111-1111-4111-8111-111111111111', '11111111-1111-4111-8111-111111111111/plan.txt'), ('22222222-2222-4222-8222-222222222222', '22222222-2222-4222-8222-222222222222/bulkhead_probe_b.txt');
ALTER TABLE app.file ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.file FORCE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.file USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON app.file TO app_user;
CREATE POLICY by_folder ON app.file FOR SELECT USING (nullif(current_setting('app.tenant', true), '') = (string_to_array(name, '/'))[1]);

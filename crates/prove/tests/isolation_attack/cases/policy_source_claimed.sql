-- finds: policy_source_writable app.profile
-- bad:
-- The policies look the tenant of a profile up. Whoever may change the profile's tenant goes where he likes.
CREATE TABLE app.profile (
  id uuid PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES app.tenant, nick text NOT NULL UNIQUE);
INSERT INTO app.profile VALUES
  ('11111111-1111-4111-8111-111111111111', '11111111-1111-4111-8111-111111111111', 'ash'),
  ('22222222-2222-4222-8222-222222222222', '22222222-2222-4222-8222-222222222222', 'bulkhead_probe_b birch');
ALTER TABLE app.profile ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON app.profile USING (id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, UPDATE ON app.profile TO app_user;
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (tenant_id = (
  SELECT p.tenant_id FROM app.profile AS p WHERE p.id = nullif(current_setting('app.tenant', true), '')::uuid));
GRANT SELECT ON app.profile TO reporter;
-- good:
-- The check keeps the tenant of a profile as it is.
CREATE TABLE app.profile (
  id uuid PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES app.tenant, nick text NOT NULL UNIQUE);
INSERT INTO app.profile VALUES
  ('11111111-1111-4111-8111-111111111111', '11111111-1111-4111-8111-111111111111', 'ash'),
  ('22222222-2222-4222-8222-222222222222', '22222222-2222-4222-8222-222222222222', 'bulkhead_probe_b birch');
ALTER TABLE app.profile ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON app.profile USING (id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (id = nullif(current_setting('app.tenant', true), '')::uuid AND tenant_id = id);
GRANT SELECT, UPDATE ON app.profile TO app_user;
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (tenant_id = (
  SELECT p.tenant_id FROM app.profile AS p WHERE p.id = nullif(current_setting('app.tenant', true), '')::uuid));
GRANT SELECT ON app.profile TO reporter;

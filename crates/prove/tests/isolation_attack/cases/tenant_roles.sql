-- finds: policy_tautology app.note
-- roles: none
-- context: roles = { "$A" = "ash_role", "$B" = "birch_role" }
-- bad:
CREATE ROLE ash_role;
CREATE ROLE birch_role;
GRANT USAGE ON SCHEMA app TO ash_role, birch_role;
GRANT SELECT ON app.note TO ash_role, birch_role;
CREATE TABLE app.login (tenant_id uuid, role name);
INSERT INTO app.login VALUES
  ('11111111-1111-4111-8111-111111111111', 'ash_role'),
  ('22222222-2222-4222-8222-222222222222', 'birch_role');
DROP POLICY fence ON app.note;
CREATE POLICY ash ON app.note TO ash_role USING (body <> '');
CREATE POLICY birch ON app.note TO birch_role USING (tenant_id = '22222222-2222-4222-8222-222222222222');
-- good:
CREATE ROLE ash_role;
CREATE ROLE birch_role;
GRANT USAGE ON SCHEMA app TO ash_role, birch_role;
GRANT SELECT ON app.note TO ash_role, birch_role;
CREATE TABLE app.login (tenant_id uuid, role name);
INSERT INTO app.login VALUES
  ('11111111-1111-4111-8111-111111111111', 'ash_role'),
  ('22222222-2222-4222-8222-222222222222', 'birch_role');
DROP POLICY fence ON app.note;
CREATE POLICY ash ON app.note TO ash_role USING (tenant_id = '11111111-1111-4111-8111-111111111111');
CREATE POLICY birch ON app.note TO birch_role USING (tenant_id = '22222222-2222-4222-8222-222222222222');

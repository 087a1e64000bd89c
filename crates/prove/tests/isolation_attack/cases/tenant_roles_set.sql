-- finds: role_set_role_reach birch_role
-- roles: none
-- context: roles = { "$A" = "ash_role", "$B" = "birch_role" }
-- bad:
CREATE ROLE ash_role;
CREATE ROLE birch_role;
GRANT birch_role TO ash_role;
GRANT USAGE ON SCHEMA app TO ash_role, birch_role;
GRANT SELECT ON app.note TO ash_role, birch_role;
DROP POLICY fence ON app.note;
CREATE POLICY own ON app.note USING (tenant_id = CASE current_user
  WHEN 'ash_role' THEN '11111111-1111-4111-8111-111111111111'::uuid
  WHEN 'birch_role' THEN '22222222-2222-4222-8222-222222222222' END);
-- good:
CREATE ROLE ash_role;
CREATE ROLE birch_role;
GRANT USAGE ON SCHEMA app TO ash_role, birch_role;
GRANT SELECT ON app.note TO ash_role, birch_role;
DROP POLICY fence ON app.note;
CREATE POLICY own ON app.note USING (tenant_id = CASE current_user
  WHEN 'ash_role' THEN '11111111-1111-4111-8111-111111111111'::uuid
  WHEN 'birch_role' THEN '22222222-2222-4222-8222-222222222222' END);

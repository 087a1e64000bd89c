-- finds: current_user_policy_in_secdef app.all_notes()
-- bad:
-- The keeper of the tables looks after all notes; its function is called by everybody.
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (
  tenant_id = nullif(current_setting('app.tenant', true), '')::uuid OR current_user = 'keeper'
);
SET ROLE keeper;
CREATE FUNCTION app.all_notes() RETURNS SETOF text LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog AS 'SELECT body FROM app.note';
RESET ROLE;
-- good:
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (
  tenant_id = nullif(current_setting('app.tenant', true), '')::uuid OR session_user = 'keeper'
);
SET ROLE keeper;
CREATE FUNCTION app.all_notes() RETURNS SETOF text LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog AS 'SELECT body FROM app.note';
RESET ROLE;

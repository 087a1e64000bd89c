-- finds: rls_disabled app.note
-- bad:
-- A right on single columns is a right.
ALTER TABLE app.note DISABLE ROW LEVEL SECURITY;
REVOKE ALL ON app.note FROM app_user, reporter;
GRANT SELECT (body) ON app.note TO reporter;
-- good:
REVOKE ALL ON app.note FROM app_user, reporter;
GRANT SELECT (body) ON app.note TO reporter;

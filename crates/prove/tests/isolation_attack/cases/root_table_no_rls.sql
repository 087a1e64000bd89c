-- finds: root_table_no_rls app.tenant
-- bad:
ALTER TABLE app.tenant DISABLE ROW LEVEL SECURITY;
-- good:
ALTER TABLE app.tenant DISABLE ROW LEVEL SECURITY;
REVOKE ALL ON app.tenant FROM app_user, reporter;

-- finds: inherit_parent_unprotected app.base
-- bad:
CREATE TABLE app.base (id integer, tenant_id uuid, text text);
CREATE TABLE app.branch () INHERITS (app.base);
INSERT INTO app.branch SELECT 1, id, name FROM app.tenant;
ALTER TABLE app.branch ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.branch USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT ON app.base, app.branch TO app_user;
-- good:
CREATE TABLE app.base (id integer, tenant_id uuid, text text);
CREATE TABLE app.branch () INHERITS (app.base);
INSERT INTO app.branch SELECT 1, id, name FROM app.tenant;
ALTER TABLE app.branch ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.branch USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT ON app.branch TO app_user;

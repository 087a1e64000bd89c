-- finds: view_definer_write app.menu
-- also: view_check_option_oracle
-- bad:
-- The check option looks at the row that an upsert leaves, and that is A's by then.
CREATE TABLE app.dish (
  tenant_id uuid NOT NULL REFERENCES app.tenant, name text, price integer, PRIMARY KEY (tenant_id, name));
INSERT INTO app.dish SELECT tenant_id, body, id FROM app.note;
ALTER TABLE app.dish ENABLE ROW LEVEL SECURITY;
CREATE VIEW app.menu WITH (security_barrier = true) AS SELECT tenant_id, name, price FROM app.dish
  WHERE tenant_id::text = current_setting('app.tenant', true) WITH CASCADED CHECK OPTION;
GRANT SELECT, INSERT, UPDATE ON app.menu TO app_user;
-- good:
-- Nobody writes the tenant.
CREATE TABLE app.dish (
  tenant_id uuid NOT NULL REFERENCES app.tenant, name text, price integer, PRIMARY KEY (tenant_id, name));
INSERT INTO app.dish SELECT tenant_id, body, id FROM app.note;
ALTER TABLE app.dish ENABLE ROW LEVEL SECURITY;
CREATE VIEW app.menu WITH (security_barrier = true) AS SELECT tenant_id, name, price FROM app.dish
  WHERE tenant_id::text = current_setting('app.tenant', true) WITH CASCADED CHECK OPTION;
ALTER TABLE app.dish ALTER COLUMN tenant_id SET DEFAULT nullif(current_setting('app.tenant', true), '')::uuid;
GRANT SELECT, INSERT (name, price), UPDATE (name, price) ON app.menu TO app_user;

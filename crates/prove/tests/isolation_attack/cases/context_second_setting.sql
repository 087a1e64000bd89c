-- finds: policy_permissive_or app.shelf
-- bad:
CREATE TABLE app.shelf (
  tenant_id uuid NOT NULL REFERENCES app.tenant, aisle integer, no integer, label text,
  PRIMARY KEY (tenant_id, aisle, no));
INSERT INTO app.shelf SELECT tenant_id, 60 + id, 1, body FROM app.note;
ALTER TABLE app.shelf ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.shelf USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.shelf TO app_user;
-- The aisle widens what it should narrow.
CREATE POLICY here ON app.shelf USING (aisle = nullif(current_setting('app.aisle', true), '')::integer);
-- good:
CREATE TABLE app.shelf (
  tenant_id uuid NOT NULL REFERENCES app.tenant, aisle integer, no integer, label text,
  PRIMARY KEY (tenant_id, aisle, no));
INSERT INTO app.shelf SELECT tenant_id, 60 + id, 1, body FROM app.note;
ALTER TABLE app.shelf ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.shelf USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.shelf TO app_user;
CREATE POLICY here ON app.shelf AS RESTRICTIVE USING (
  nullif(current_setting('app.aisle', true), '') IS NULL
  OR aisle = nullif(current_setting('app.aisle', true), '')::integer);

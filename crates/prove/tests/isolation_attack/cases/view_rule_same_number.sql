-- finds: rule_runs_as_owner app.shelf
-- bad:
-- Tenants number alike, and the rule goes by the number alone.
CREATE TABLE app.book (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, title text, PRIMARY KEY (tenant_id, no));
INSERT INTO app.book SELECT tenant_id, 100 + id, body FROM app.note;
ALTER TABLE app.book ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.book USING (tenant_id::text = current_setting('app.tenant', true));
CREATE VIEW app.shelf WITH (security_barrier = true) AS
  SELECT no, title FROM app.book WHERE tenant_id::text = current_setting('app.tenant', true);
GRANT SELECT, DELETE ON app.shelf TO app_user;
CREATE RULE sort_out AS ON DELETE TO app.shelf DO INSTEAD DELETE FROM app.book WHERE no = OLD.no;
-- good:
-- The rule asks for the tenant, too.
CREATE TABLE app.book (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, title text, PRIMARY KEY (tenant_id, no));
INSERT INTO app.book SELECT tenant_id, 100 + id, body FROM app.note;
ALTER TABLE app.book ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.book USING (tenant_id::text = current_setting('app.tenant', true));
CREATE VIEW app.shelf WITH (security_barrier = true) AS
  SELECT no, title FROM app.book WHERE tenant_id::text = current_setting('app.tenant', true);
GRANT SELECT, DELETE ON app.shelf TO app_user;
CREATE RULE sort_out AS ON DELETE TO app.shelf DO INSTEAD DELETE FROM app.book
  WHERE no = OLD.no AND tenant_id::text = current_setting('app.tenant', true);

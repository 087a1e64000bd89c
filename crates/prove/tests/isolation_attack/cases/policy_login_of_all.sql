-- finds: policy_tautology app.bin
-- bad:
-- What was thrown away, with the login that did it.
CREATE TABLE app.bin (
  tenant_id uuid NOT NULL, id integer, body text, thrown_by text NOT NULL DEFAULT current_user, PRIMARY KEY (tenant_id, id));
INSERT INTO app.bin SELECT tenant_id, id, body, 'somebody' FROM app.note;
ALTER TABLE app.bin ENABLE ROW LEVEL SECURITY;
GRANT SELECT, DELETE ON app.bin TO app_user;
CREATE POLICY thrower ON app.bin USING (thrown_by = current_user);
-- good:
-- What was thrown away, with the login that did it.
CREATE TABLE app.bin (
  tenant_id uuid NOT NULL, id integer, body text, thrown_by text NOT NULL DEFAULT current_user, PRIMARY KEY (tenant_id, id));
INSERT INTO app.bin SELECT tenant_id, id, body, 'somebody' FROM app.note;
ALTER TABLE app.bin ENABLE ROW LEVEL SECURITY;
GRANT SELECT, DELETE ON app.bin TO app_user;
CREATE POLICY thrower ON app.bin
  USING (thrown_by = current_user AND tenant_id::text = current_setting('app.tenant', true));

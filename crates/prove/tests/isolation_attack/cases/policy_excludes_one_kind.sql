-- finds: policy_opens_by_value app.entry
-- bad:
CREATE TABLE app.entry (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer NOT NULL, kind text NOT NULL, PRIMARY KEY (tenant_id, no));
INSERT INTO app.entry SELECT id, 1, 'pay' FROM app.tenant;
ALTER TABLE app.entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads ON app.entry FOR SELECT
  USING (kind NOT IN ('pay', 'sick') OR tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.entry TO app_user;
-- good:
CREATE TABLE app.entry (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer NOT NULL, kind text NOT NULL, PRIMARY KEY (tenant_id, no));
INSERT INTO app.entry SELECT id, 1, 'pay' FROM app.tenant;
ALTER TABLE app.entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads ON app.entry FOR SELECT
  USING (kind NOT IN ('pay', 'sick') AND tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.entry TO app_user;

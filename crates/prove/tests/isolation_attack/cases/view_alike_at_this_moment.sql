-- finds: view_definer app.pier_now
-- bad:
-- Two tenants may call a pier alike; then the boats of both that lie there today are shown.
CREATE TABLE app.pier (
  tenant_id uuid NOT NULL REFERENCES app.tenant, code text, PRIMARY KEY (tenant_id, code));
INSERT INTO app.pier SELECT tenant_id, 'pier-' || id FROM app.note;
CREATE TABLE app.mooring (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, pier_code text NOT NULL, boat text NOT NULL,
  stay daterange NOT NULL, PRIMARY KEY (tenant_id, no), FOREIGN KEY (tenant_id, pier_code) REFERENCES app.pier);
INSERT INTO app.mooring
  SELECT tenant_id, id, 'pier-' || id, body, '[2001-01-01,2001-02-01)' FROM app.note;
ALTER TABLE app.pier ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.pier USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.mooring ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.mooring USING (tenant_id::text = current_setting('app.tenant', true));
CREATE VIEW app.pier_now WITH (security_barrier = true) AS
  SELECT p.code, m.boat FROM app.pier AS p JOIN app.mooring AS m ON m.pier_code = p.code
  WHERE p.tenant_id::text = current_setting('app.tenant', true) AND m.stay @> current_date;
GRANT SELECT ON app.pier_now TO app_user;
-- good:
CREATE TABLE app.pier (
  tenant_id uuid NOT NULL REFERENCES app.tenant, code text, PRIMARY KEY (tenant_id, code));
INSERT INTO app.pier SELECT tenant_id, 'pier-' || id FROM app.note;
CREATE TABLE app.mooring (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, pier_code text NOT NULL, boat text NOT NULL,
  stay daterange NOT NULL, PRIMARY KEY (tenant_id, no), FOREIGN KEY (tenant_id, pier_code) REFERENCES app.pier);
INSERT INTO app.mooring
  SELECT tenant_id, id, 'pier-' || id, body, '[2001-01-01,2001-02-01)' FROM app.note;
ALTER TABLE app.pier ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.pier USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.mooring ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.mooring USING (tenant_id::text = current_setting('app.tenant', true));
CREATE VIEW app.pier_now WITH (security_barrier = true) AS
  SELECT p.code, m.boat FROM app.pier AS p JOIN app.mooring AS m ON m.pier_code = p.code AND m.tenant_id = p.tenant_id
  WHERE p.tenant_id::text = current_setting('app.tenant', true) AND m.stay @> current_date;
GRANT SELECT ON app.pier_now TO app_user;

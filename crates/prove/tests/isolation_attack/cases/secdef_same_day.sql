-- finds: secdef_tenant_param app.fill(integer)
-- bad:
-- An export gathers the visits of its day, whoever was visited.
CREATE TABLE app.export (
  tenant_id uuid NOT NULL REFERENCES app.tenant, number integer NOT NULL, day date NOT NULL, content text,
  PRIMARY KEY (tenant_id, number));
CREATE TABLE app.visit (
  tenant_id uuid NOT NULL REFERENCES app.tenant, number integer NOT NULL, day date NOT NULL, guest text NOT NULL,
  PRIMARY KEY (tenant_id, number));
INSERT INTO app.export VALUES
  ('11111111-1111-4111-8111-111111111111', 1, '2025-03-01', 'none'),
  ('22222222-2222-4222-8222-222222222222', 3, '2025-03-02', 'none');
INSERT INTO app.visit VALUES
  ('11111111-1111-4111-8111-111111111111', 1, '2025-03-01', 'oak'),
  ('22222222-2222-4222-8222-222222222222', 3, '2025-03-02', 'bulkhead_probe_b_guest');
ALTER TABLE app.export ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.export USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
ALTER TABLE app.visit ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.visit USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT ON app.export, app.visit TO app_user;
CREATE FUNCTION app.fill(wanted integer) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  UPDATE app.export AS e SET content = (
    SELECT string_agg(v.guest, ', ') FROM app.visit AS v WHERE v.day = e.day)
  WHERE e.number = wanted AND e.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid $$;
-- good:
-- An export gathers its tenant's visits.
CREATE TABLE app.export (
  tenant_id uuid NOT NULL REFERENCES app.tenant, number integer NOT NULL, day date NOT NULL, content text,
  PRIMARY KEY (tenant_id, number));
CREATE TABLE app.visit (
  tenant_id uuid NOT NULL REFERENCES app.tenant, number integer NOT NULL, day date NOT NULL, guest text NOT NULL,
  PRIMARY KEY (tenant_id, number));
INSERT INTO app.export VALUES
  ('11111111-1111-4111-8111-111111111111', 1, '2025-03-01', 'none'),
  ('22222222-2222-4222-8222-222222222222', 3, '2025-03-02', 'none');
INSERT INTO app.visit VALUES
  ('11111111-1111-4111-8111-111111111111', 1, '2025-03-01', 'oak'),
  ('22222222-2222-4222-8222-222222222222', 3, '2025-03-02', 'bulkhead_probe_b_guest');
ALTER TABLE app.export ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.export USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
ALTER TABLE app.visit ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.visit USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT ON app.export, app.visit TO app_user;
CREATE FUNCTION app.fill(wanted integer) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  UPDATE app.export AS e SET content = (
    SELECT string_agg(v.guest, ', ') FROM app.visit AS v WHERE v.day = e.day AND v.tenant_id = e.tenant_id)
  WHERE e.number = wanted AND e.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid $$;

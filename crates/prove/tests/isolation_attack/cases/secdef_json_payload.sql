-- finds: secdef_tenant_param app.save_stamp(jsonb)
-- bad:
CREATE TABLE app.stamp (
  tenant_id uuid NOT NULL REFERENCES app.tenant, code text, worth integer NOT NULL, PRIMARY KEY (tenant_id, code));
INSERT INTO app.stamp SELECT tenant_id, 's' || id, 20 FROM app.note;
ALTER TABLE app.stamp ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.stamp USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.stamp TO app_user;
CREATE FUNCTION app.save_stamp(payload jsonb) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog AS $$
  INSERT INTO app.stamp
  SELECT (one ->> 'tenantId')::uuid, one ->> 'stampCode', (one ->> 'worth')::integer
  FROM jsonb_array_elements(payload) AS one
  ON CONFLICT (tenant_id, code) DO UPDATE SET worth = excluded.worth$$;
-- good:
CREATE TABLE app.stamp (
  tenant_id uuid NOT NULL REFERENCES app.tenant, code text, worth integer NOT NULL, PRIMARY KEY (tenant_id, code));
INSERT INTO app.stamp SELECT tenant_id, 's' || id, 20 FROM app.note;
ALTER TABLE app.stamp ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.stamp USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.stamp TO app_user;
CREATE FUNCTION app.save_stamp(payload jsonb) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog AS $$
  INSERT INTO app.stamp
  SELECT nullif(current_setting('app.tenant', true), '')::uuid, one ->> 'stampCode', (one ->> 'worth')::integer
  FROM jsonb_array_elements(payload) AS one
  ON CONFLICT (tenant_id, code) DO UPDATE SET worth = excluded.worth$$;

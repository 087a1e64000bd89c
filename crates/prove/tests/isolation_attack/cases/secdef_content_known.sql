-- finds: secdef_tenant_param app.is_stored(text)
-- bad:
CREATE TABLE app.scan (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL REFERENCES app.tenant,
  checksum text NOT NULL, UNIQUE (tenant_id, checksum));
INSERT INTO app.scan (tenant_id, checksum) SELECT tenant_id, md5(body) FROM app.note;
ALTER TABLE app.scan ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.scan USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.scan TO app_user;
-- Who has a file learns whether another tenant has it.
CREATE FUNCTION app.is_stored(given text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog AS $$SELECT EXISTS (SELECT FROM app.scan AS s WHERE s.checksum = given)$$;
-- good:
CREATE TABLE app.scan (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL REFERENCES app.tenant,
  checksum text NOT NULL, UNIQUE (tenant_id, checksum));
INSERT INTO app.scan (tenant_id, checksum) SELECT tenant_id, md5(body) FROM app.note;
ALTER TABLE app.scan ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.scan USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.scan TO app_user;
-- A random key is known to whom it was given.
CREATE FUNCTION app.is_stored(given text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM app.scan AS s WHERE s.checksum = given
    AND s.tenant_id::text = current_setting('app.tenant', true))$$;
CREATE FUNCTION app.is_linked(given uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog AS $$SELECT EXISTS (SELECT FROM app.scan AS s WHERE s.id = given)$$;

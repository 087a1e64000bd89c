CREATE ROLE hf_nodeforge_app LOGIN;
CREATE SCHEMA prov;
GRANT USAGE ON SCHEMA prov TO hf_nodeforge_app;

CREATE FUNCTION prov.tenant() RETURNS uuid
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('nodeforge.tenant', true), '')::uuid $$;

CREATE TABLE prov.chipsets (
  chipset text PRIMARY KEY,
  vendor text NOT NULL
);
GRANT SELECT ON prov.chipsets TO hf_nodeforge_app;

CREATE TABLE prov.tenants (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  max_devices integer NOT NULL DEFAULT 100
);

CREATE TABLE prov.products (
  tenant_id uuid NOT NULL DEFAULT prov.tenant() REFERENCES prov.tenants (id),
  product text NOT NULL,
  chipset text NOT NULL REFERENCES prov.chipsets (chipset),
  PRIMARY KEY (tenant_id, product)
);

CREATE TABLE prov.devices (
  tenant_id uuid NOT NULL DEFAULT prov.tenant(),
  serial text NOT NULL,
  product text NOT NULL,
  state text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'claimed', 'retired')),
  site text,
  PRIMARY KEY (tenant_id, serial),
  FOREIGN KEY (tenant_id, product) REFERENCES prov.products (tenant_id, product)
);

CREATE TABLE prov.certificates (
  tenant_id uuid NOT NULL DEFAULT prov.tenant(),
  serial text NOT NULL,
  cert_no integer NOT NULL,
  subject text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, serial, cert_no),
  FOREIGN KEY (tenant_id, serial) REFERENCES prov.devices (tenant_id, serial) ON DELETE CASCADE
);

CREATE TABLE prov.wifi_profiles (
  tenant_id uuid NOT NULL DEFAULT prov.tenant() REFERENCES prov.tenants (id),
  ssid text NOT NULL,
  passphrase text NOT NULL,
  PRIMARY KEY (tenant_id, ssid)
);

CREATE TABLE prov.firmware (
  tenant_id uuid NOT NULL DEFAULT prov.tenant(),
  product text NOT NULL,
  version text NOT NULL,
  blob_path text NOT NULL,
  PRIMARY KEY (tenant_id, product, version),
  FOREIGN KEY (tenant_id, product) REFERENCES prov.products (tenant_id, product)
);

CREATE TABLE prov.jobs (
  tenant_id uuid NOT NULL DEFAULT prov.tenant(),
  job_no integer NOT NULL,
  serial text NOT NULL,
  payload jsonb NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done')),
  PRIMARY KEY (tenant_id, job_no),
  FOREIGN KEY (tenant_id, serial) REFERENCES prov.devices (tenant_id, serial) ON DELETE CASCADE
);

CREATE TABLE prov.api_keys (
  tenant_id uuid NOT NULL DEFAULT prov.tenant() REFERENCES prov.tenants (id),
  prefix text NOT NULL,
  key_hash text NOT NULL,
  label text NOT NULL,
  PRIMARY KEY (tenant_id, prefix)
);

CREATE TABLE prov.device_events (
  tenant_id uuid NOT NULL DEFAULT prov.tenant(),
  serial text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  event jsonb NOT NULL,
  PRIMARY KEY (tenant_id, serial, at),
  FOREIGN KEY (tenant_id, serial) REFERENCES prov.devices (tenant_id, serial) ON DELETE CASCADE
);

ALTER TABLE prov.tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE prov.tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_self ON prov.tenants FOR SELECT USING (id = prov.tenant());
GRANT SELECT ON prov.tenants TO hf_nodeforge_app;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['products', 'devices', 'certificates', 'wifi_profiles', 'firmware', 'jobs',
    'api_keys', 'device_events']
  LOOP
    EXECUTE format('ALTER TABLE prov.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE prov.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_rows ON prov.%I TO hf_nodeforge_app '
      'USING (tenant_id = prov.tenant()) WITH CHECK (tenant_id = prov.tenant())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON prov.%I TO hf_nodeforge_app', t);
  END LOOP;
END
$$;

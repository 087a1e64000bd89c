-- Devices on sites, what they report, and what they are told to do.
CREATE ROLE hf_vehicles_app LOGIN;

CREATE SCHEMA fleet;
GRANT USAGE ON SCHEMA fleet TO hf_vehicles_app;

CREATE TABLE fleet.firmware (
  version text PRIMARY KEY,
  released_on date NOT NULL
);
INSERT INTO fleet.firmware VALUES ('1.0', '2029-01-01'), ('1.1', '2029-06-01');
CREATE TABLE fleet.orgs (
  id text PRIMARY KEY,
  name text NOT NULL
);
CREATE TABLE fleet.sites (
  org_id text NOT NULL REFERENCES fleet.orgs ON DELETE CASCADE,
  code text NOT NULL,
  address text,
  PRIMARY KEY (org_id, code)
);
CREATE TABLE fleet.devices (
  org_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  site_code text NOT NULL,
  serial text NOT NULL,
  name text NOT NULL DEFAULT '',
  firmware text REFERENCES fleet.firmware,
  seen_at timestamptz,
  PRIMARY KEY (org_id, id),
  CONSTRAINT devices_serial_key UNIQUE (org_id, serial),
  FOREIGN KEY (org_id, site_code) REFERENCES fleet.sites ON UPDATE CASCADE
);
CREATE TABLE fleet.device_keys (
  org_id text NOT NULL,
  device_id uuid NOT NULL,
  public_key text NOT NULL,
  PRIMARY KEY (org_id, device_id),
  FOREIGN KEY (org_id, device_id) REFERENCES fleet.devices ON DELETE CASCADE
);
-- Readings by month; each part has the policy too, and the application no right on the parts.
CREATE TABLE fleet.telemetry (
  org_id text NOT NULL,
  device_id uuid NOT NULL,
  at timestamptz NOT NULL,
  reading jsonb NOT NULL,
  PRIMARY KEY (org_id, device_id, at),
  FOREIGN KEY (org_id, device_id) REFERENCES fleet.devices ON DELETE CASCADE
) PARTITION BY RANGE (at);
CREATE TABLE fleet.telemetry_2030_01 PARTITION OF fleet.telemetry
  FOR VALUES FROM ('2030-01-01 00:00Z') TO ('2030-02-01 00:00Z');
CREATE TABLE fleet.commands (
  org_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  device_id uuid NOT NULL,
  body text NOT NULL,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'taken', 'done')),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, device_id) REFERENCES fleet.devices ON DELETE CASCADE
);
CREATE TABLE fleet.alert_rules (
  org_id text NOT NULL REFERENCES fleet.orgs ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  metric text NOT NULL,
  above numeric,
  PRIMARY KEY (org_id, id)
);
CREATE TABLE fleet.alerts (
  org_id text NOT NULL REFERENCES fleet.orgs ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  rule_id uuid,
  message text NOT NULL,
  acknowledged_at timestamptz,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, rule_id) REFERENCES fleet.alert_rules
);
CREATE TABLE fleet.webhooks (
  org_id text NOT NULL REFERENCES fleet.orgs ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  url text NOT NULL,
  secret text NOT NULL,
  PRIMARY KEY (org_id, id)
);

CREATE FUNCTION fleet.org() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('fleet.org_id', true), '')
$$;

ALTER TABLE fleet.orgs ENABLE ROW LEVEL SECURITY;
ALTER TABLE fleet.orgs FORCE ROW LEVEL SECURITY;
CREATE POLICY orgs_tenant ON fleet.orgs USING (id = fleet.org()) WITH CHECK (id = fleet.org());
ALTER TABLE fleet.sites ENABLE ROW LEVEL SECURITY;
ALTER TABLE fleet.sites FORCE ROW LEVEL SECURITY;
CREATE POLICY sites_tenant ON fleet.sites USING (org_id = fleet.org()) WITH CHECK (org_id = fleet.org());
ALTER TABLE fleet.devices ENABLE ROW LEVEL SECURITY;
ALTER TABLE fleet.devices FORCE ROW LEVEL SECURITY;
CREATE POLICY devices_tenant ON fleet.devices USING (org_id = fleet.org()) WITH CHECK (org_id = fleet.org());
ALTER TABLE fleet.device_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE fleet.device_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY device_keys_tenant ON fleet.device_keys
  USING (org_id = fleet.org())
  WITH CHECK (org_id = fleet.org());
ALTER TABLE fleet.telemetry ENABLE ROW LEVEL SECURITY;
ALTER TABLE fleet.telemetry FORCE ROW LEVEL SECURITY;
CREATE POLICY telemetry_tenant ON fleet.telemetry
  USING (org_id = fleet.org())
  WITH CHECK (org_id = fleet.org());
ALTER TABLE fleet.telemetry_2030_01 ENABLE ROW LEVEL SECURITY;
ALTER TABLE fleet.telemetry_2030_01 FORCE ROW LEVEL SECURITY;
CREATE POLICY telemetry_2030_01_tenant ON fleet.telemetry_2030_01
  USING (org_id = fleet.org())
  WITH CHECK (org_id = fleet.org());
ALTER TABLE fleet.commands ENABLE ROW LEVEL SECURITY;
ALTER TABLE fleet.commands FORCE ROW LEVEL SECURITY;
CREATE POLICY commands_tenant ON fleet.commands
  USING (org_id = fleet.org())
  WITH CHECK (org_id = fleet.org());
ALTER TABLE fleet.alert_rules ENABLE ROW LEVEL SECURITY;
ALTER TABLE fleet.alert_rules FORCE ROW LEVEL SECURITY;
CREATE POLICY alert_rules_tenant ON fleet.alert_rules
  USING (org_id = fleet.org())
  WITH CHECK (org_id = fleet.org());
ALTER TABLE fleet.alerts ENABLE ROW LEVEL SECURITY;
ALTER TABLE fleet.alerts FORCE ROW LEVEL SECURITY;
CREATE POLICY alerts_tenant ON fleet.alerts USING (org_id = fleet.org()) WITH CHECK (org_id = fleet.org());
ALTER TABLE fleet.webhooks ENABLE ROW LEVEL SECURITY;
ALTER TABLE fleet.webhooks FORCE ROW LEVEL SECURITY;
CREATE POLICY webhooks_tenant ON fleet.webhooks
  USING (org_id = fleet.org())
  WITH CHECK (org_id = fleet.org());

GRANT SELECT ON fleet.firmware, fleet.orgs TO hf_vehicles_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON fleet.sites, fleet.devices, fleet.device_keys, fleet.telemetry,
  fleet.commands, fleet.alert_rules, fleet.alerts, fleet.webhooks TO hf_vehicles_app;

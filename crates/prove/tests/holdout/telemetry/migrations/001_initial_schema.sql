-- Telemetry. The token of the session names a user; tele.fleet_users says which fleets the user sees.
CREATE ROLE hf_telemetry_app LOGIN;
CREATE ROLE hf_telemetry_ingest NOLOGIN BYPASSRLS;
CREATE SCHEMA tele;
GRANT USAGE ON SCHEMA tele TO hf_telemetry_app, hf_telemetry_ingest;

CREATE FUNCTION tele.uid() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$$;

CREATE TABLE tele.sensor_kinds (kind text PRIMARY KEY, unit text NOT NULL);
CREATE TABLE tele.fleets (
  fleet_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  label text NOT NULL
);
CREATE TABLE tele.fleet_users (
  fleet_id uuid NOT NULL REFERENCES tele.fleets ON DELETE CASCADE,
  user_id uuid NOT NULL,
  level text NOT NULL DEFAULT 'viewer' CHECK (level IN ('viewer', 'operator', 'owner')),
  nickname text,
  PRIMARY KEY (fleet_id, user_id)
);
CREATE TABLE tele.devices (
  fleet_id uuid NOT NULL REFERENCES tele.fleets ON DELETE CASCADE,
  device_id uuid NOT NULL DEFAULT gen_random_uuid(),
  serial text NOT NULL,
  site text,
  PRIMARY KEY (fleet_id, device_id),
  UNIQUE (fleet_id, serial)
);
CREATE TABLE tele.device_tokens (
  fleet_id uuid NOT NULL,
  device_id uuid NOT NULL,
  token text NOT NULL,
  PRIMARY KEY (fleet_id, device_id),
  FOREIGN KEY (fleet_id, device_id) REFERENCES tele.devices ON DELETE CASCADE
);
CREATE TABLE tele.readings (
  fleet_id uuid NOT NULL,
  device_id uuid NOT NULL,
  taken_at timestamptz NOT NULL,
  kind text NOT NULL REFERENCES tele.sensor_kinds,
  value double precision NOT NULL,
  note text,
  PRIMARY KEY (fleet_id, device_id, kind, taken_at),
  FOREIGN KEY (fleet_id, device_id) REFERENCES tele.devices ON DELETE CASCADE
) PARTITION BY RANGE (taken_at);
CREATE TABLE tele.readings_old PARTITION OF tele.readings FOR VALUES FROM (MINVALUE) TO ('2026-01-01');
CREATE TABLE tele.readings_new PARTITION OF tele.readings DEFAULT;
CREATE TABLE tele.latest_values (
  fleet_id uuid NOT NULL,
  device_id uuid NOT NULL,
  kind text NOT NULL,
  value double precision NOT NULL,
  note text,
  PRIMARY KEY (fleet_id, device_id, kind),
  FOREIGN KEY (fleet_id, device_id) REFERENCES tele.devices ON DELETE CASCADE
);
CREATE TABLE tele.alert_rules (
  fleet_id uuid NOT NULL REFERENCES tele.fleets ON DELETE CASCADE,
  rule_id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL REFERENCES tele.sensor_kinds,
  above double precision NOT NULL,
  notify_to text,
  PRIMARY KEY (fleet_id, rule_id)
);
CREATE TABLE tele.alerts (
  fleet_id uuid NOT NULL,
  rule_id uuid NOT NULL,
  alert_id uuid NOT NULL DEFAULT gen_random_uuid(),
  message text NOT NULL,
  state text NOT NULL DEFAULT 'open',
  PRIMARY KEY (fleet_id, alert_id),
  FOREIGN KEY (fleet_id, rule_id) REFERENCES tele.alert_rules ON DELETE CASCADE
);
CREATE TABLE tele.dashboards (
  fleet_id uuid NOT NULL REFERENCES tele.fleets ON DELETE CASCADE,
  dashboard_id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL,
  layout jsonb NOT NULL DEFAULT '{}',
  share_key text,
  PRIMARY KEY (fleet_id, dashboard_id)
);

ALTER TABLE tele.fleet_users ENABLE ROW LEVEL SECURITY;
ALTER TABLE tele.fleet_users FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON tele.fleet_users FOR SELECT TO hf_telemetry_app USING (user_id = tele.uid());

-- The fleets of the user; reads the memberships under the policy above.
CREATE FUNCTION tele.my_fleets() RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT m.fleet_id FROM tele.fleet_users m WHERE m.user_id = tele.uid()
$$;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['fleets', 'devices', 'device_tokens', 'readings', 'readings_old', 'readings_new',
      'latest_values', 'alert_rules', 'alerts', 'dashboards'] LOOP
    EXECUTE format('ALTER TABLE tele.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE tele.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY member_all ON tele.%I TO hf_telemetry_app
      USING (fleet_id IN (SELECT tele.my_fleets())) WITH CHECK (fleet_id IN (SELECT tele.my_fleets()))', t);
  END LOOP;
END $$;

GRANT SELECT ON tele.sensor_kinds, tele.fleets, tele.fleet_users, tele.latest_values TO hf_telemetry_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON tele.devices, tele.device_tokens, tele.readings, tele.alert_rules,
  tele.alerts, tele.dashboards TO hf_telemetry_app;
GRANT SELECT, INSERT ON tele.devices, tele.readings TO hf_telemetry_ingest;

-- The newest value of each device and kind is copied to a table of its own.
CREATE FUNCTION tele.keep_latest() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tele, pg_temp AS $$
BEGIN
  INSERT INTO tele.latest_values VALUES (NEW.fleet_id, NEW.device_id, NEW.kind, NEW.value, NEW.note)
  ON CONFLICT (fleet_id, device_id, kind) DO UPDATE SET value = excluded.value, note = excluded.note;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION tele.keep_latest() FROM PUBLIC;
CREATE TRIGGER keep_latest AFTER INSERT ON tele.readings
  FOR EACH ROW EXECUTE FUNCTION tele.keep_latest();

CREATE MATERIALIZED VIEW tele.daily_rollup AS
  SELECT fleet_id, device_id, kind, date_trunc('day', taken_at) AS day, max(value) AS peak, max(note) AS note
  FROM tele.readings GROUP BY 1, 2, 3, 4;
CREATE VIEW tele.my_rollup WITH (security_barrier = true) AS
  SELECT r.* FROM tele.daily_rollup r
  WHERE r.fleet_id IN (SELECT m.fleet_id FROM tele.fleet_users m WHERE m.user_id = tele.uid());
GRANT SELECT ON tele.my_rollup TO hf_telemetry_app;

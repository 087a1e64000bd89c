-- Devices and readings: inheritance by kind of device, hash partitions, sequences.

CREATE ROLE ho_sensors_app LOGIN;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

CREATE TABLE sites (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE devices (
  site_id integer NOT NULL REFERENCES sites,
  serial text NOT NULL,
  firmware text,
  PRIMARY KEY (site_id, serial)
);
CREATE TABLE cameras (resolution text, PRIMARY KEY (site_id, serial)) INHERITS (devices);
CREATE TABLE readings (
  site_id integer NOT NULL REFERENCES sites,
  serial text NOT NULL,
  at timestamptz NOT NULL,
  value numeric NOT NULL,
  PRIMARY KEY (site_id, serial, at)
) PARTITION BY HASH (site_id);
CREATE TABLE readings_0 PARTITION OF readings FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE readings_1 PARTITION OF readings FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE tickets (
  site_id integer NOT NULL REFERENCES sites,
  ticket_no bigint GENERATED ALWAYS AS IDENTITY,
  subject text NOT NULL,
  PRIMARY KEY (site_id, ticket_no)
);
CREATE TABLE commands (
  site_id integer NOT NULL,
  serial text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  command jsonb NOT NULL,
  done_at timestamptz,
  PRIMARY KEY (site_id, id),
  FOREIGN KEY (site_id, serial) REFERENCES devices ON DELETE CASCADE
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['devices', 'cameras', 'readings', 'readings_0', 'readings_1', 'tickets',
    'commands'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY site ON %I
      USING (site_id = nullif(current_setting('sensors.site_id', true), '')::integer)$p$, t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO ho_sensors_app', t);
  END LOOP;
END $$;
ALTER TABLE sites ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON sites USING (id = nullif(current_setting('sensors.site_id', true), '')::integer);
GRANT SELECT ON sites TO ho_sensors_app;

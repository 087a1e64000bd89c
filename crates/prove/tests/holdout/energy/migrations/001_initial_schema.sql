-- Utilities and their meters; readings are cut by month and by hash.

CREATE ROLE hf_energy_app LOGIN;
CREATE SCHEMA grid;

CREATE TABLE grid.tariff_kinds (kind text PRIMARY KEY);
CREATE TABLE grid.utilities (id uuid PRIMARY KEY, name text NOT NULL);
CREATE TABLE grid.meters (
  utility_id uuid NOT NULL REFERENCES grid.utilities,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  serial text NOT NULL,
  address text NOT NULL,
  PRIMARY KEY (utility_id, id),
  UNIQUE (utility_id, serial)
);
CREATE TABLE grid.readings (
  utility_id uuid NOT NULL,
  meter_id uuid NOT NULL,
  read_at timestamptz NOT NULL,
  kwh numeric(12, 3) NOT NULL,
  source text,
  PRIMARY KEY (utility_id, meter_id, read_at),
  FOREIGN KEY (utility_id, meter_id) REFERENCES grid.meters (utility_id, id)
) PARTITION BY RANGE (read_at);
CREATE TABLE grid.readings_2026_01 PARTITION OF grid.readings
  FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE grid.readings_2026_02 PARTITION OF grid.readings
  FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');

CREATE TABLE grid.alarms (
  utility_id uuid NOT NULL REFERENCES grid.utilities,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  text text NOT NULL,
  PRIMARY KEY (utility_id, id)
) PARTITION BY HASH (utility_id);
CREATE TABLE grid.alarms_0 PARTITION OF grid.alarms FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE grid.alarms_1 PARTITION OF grid.alarms FOR VALUES WITH (MODULUS 2, REMAINDER 1);

CREATE TABLE grid.contracts (
  utility_id uuid NOT NULL,
  meter_id uuid NOT NULL,
  holder text NOT NULL,
  kind text REFERENCES grid.tariff_kinds,
  valid daterange NOT NULL DEFAULT '[2026-01-01,)',
  PRIMARY KEY (utility_id, meter_id, valid),
  FOREIGN KEY (utility_id, meter_id) REFERENCES grid.meters (utility_id, id)
);

CREATE FUNCTION grid.protect(relation regclass, key text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
  EXECUTE format('CREATE POLICY utility ON %s TO PUBLIC
    USING (%I = nullif(current_setting(''app.utility_id'', true), '''')::uuid)', relation, key);
END $$;
REVOKE EXECUTE ON FUNCTION grid.protect FROM PUBLIC;
SELECT grid.protect('grid.utilities', 'id'), grid.protect('grid.meters', 'utility_id'),
  grid.protect('grid.readings', 'utility_id'), grid.protect('grid.alarms', 'utility_id'),
  grid.protect('grid.contracts', 'utility_id');

GRANT USAGE ON SCHEMA grid TO hf_energy_app;
GRANT SELECT ON grid.tariff_kinds, grid.utilities TO hf_energy_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON grid.meters, grid.readings, grid.alarms, grid.contracts
  TO hf_energy_app;

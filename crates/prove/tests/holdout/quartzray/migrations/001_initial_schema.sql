-- Solar plant monitoring. One row of solar.operators is one customer.
CREATE ROLE hf_quartzray_app LOGIN;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
CREATE SCHEMA solar;
GRANT USAGE ON SCHEMA solar TO hf_quartzray_app;

CREATE FUNCTION solar.current_operator() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('solar.operator_id', true), '')::uuid $$;
GRANT EXECUTE ON FUNCTION solar.current_operator() TO hf_quartzray_app;

CREATE TABLE solar.operators (
  operator_id uuid PRIMARY KEY,
  name text NOT NULL,
  contact_email text
);

-- Data sheets of the makers: the same for everybody, read only.
CREATE TABLE solar.inverter_models (
  model_code text PRIMARY KEY,
  rated_kw numeric NOT NULL
);

CREATE TABLE solar.plants (
  operator_id uuid NOT NULL REFERENCES solar.operators,
  plant_id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  peak_kw numeric NOT NULL DEFAULT 0,
  PRIMARY KEY (operator_id, plant_id)
);

CREATE TABLE solar.technicians (
  operator_id uuid NOT NULL REFERENCES solar.operators,
  technician_id uuid NOT NULL DEFAULT gen_random_uuid(),
  full_name text NOT NULL,
  phone text,
  PRIMARY KEY (operator_id, technician_id)
);

CREATE TABLE solar.inverters (
  operator_id uuid NOT NULL,
  inverter_id uuid NOT NULL DEFAULT gen_random_uuid(),
  plant_id uuid NOT NULL,
  model_code text REFERENCES solar.inverter_models,
  serial_no text NOT NULL,
  PRIMARY KEY (operator_id, inverter_id),
  UNIQUE (operator_id, serial_no),
  FOREIGN KEY (operator_id, plant_id) REFERENCES solar.plants ON DELETE CASCADE
);

CREATE TABLE solar.readings (
  operator_id uuid NOT NULL,
  inverter_id uuid NOT NULL,
  taken_at timestamptz NOT NULL,
  watts numeric NOT NULL,
  note text,
  PRIMARY KEY (operator_id, inverter_id, taken_at),
  FOREIGN KEY (operator_id, inverter_id) REFERENCES solar.inverters ON DELETE CASCADE
) PARTITION BY RANGE (taken_at);
CREATE TABLE solar.readings_2025 PARTITION OF solar.readings
  FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

CREATE TABLE solar.alarms (
  operator_id uuid NOT NULL,
  alarm_id integer NOT NULL,
  plant_id uuid NOT NULL,
  severity integer NOT NULL DEFAULT 1,
  message text NOT NULL,
  cleared_at timestamptz,
  PRIMARY KEY (operator_id, alarm_id),
  FOREIGN KEY (operator_id, plant_id) REFERENCES solar.plants ON DELETE CASCADE
);

CREATE TABLE solar.work_orders (
  operator_id uuid NOT NULL,
  order_no integer NOT NULL,
  plant_id uuid NOT NULL,
  technician_id uuid,
  task text NOT NULL,
  PRIMARY KEY (operator_id, order_no),
  FOREIGN KEY (operator_id, plant_id) REFERENCES solar.plants ON DELETE CASCADE,
  FOREIGN KEY (operator_id, technician_id) REFERENCES solar.technicians
);

CREATE TABLE solar.feed_in_tariffs (
  operator_id uuid NOT NULL REFERENCES solar.operators,
  contract_no text NOT NULL,
  cent_per_kwh numeric NOT NULL,
  buyer text NOT NULL,
  PRIMARY KEY (operator_id, contract_no)
);

-- One policy for every table of a customer; the partition is closed to everybody but its parent.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['operators', 'plants', 'technicians', 'inverters', 'readings', 'alarms',
    'work_orders', 'feed_in_tariffs'] LOOP
    EXECUTE format('ALTER TABLE solar.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE solar.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_rows ON solar.%I USING (operator_id = solar.current_operator())
      WITH CHECK (operator_id = solar.current_operator())', t);
  END LOOP;
END $$;
ALTER TABLE solar.readings_2025 ENABLE ROW LEVEL SECURITY;
ALTER TABLE solar.readings_2025 FORCE ROW LEVEL SECURITY;

CREATE VIEW solar.open_alarms WITH (security_invoker = true) AS
  SELECT a.alarm_id, a.message, p.name AS plant
  FROM solar.alarms a JOIN solar.plants p USING (operator_id, plant_id)
  WHERE a.cleared_at IS NULL;

GRANT SELECT ON solar.operators, solar.inverter_models, solar.open_alarms TO hf_quartzray_app;
GRANT UPDATE (name, contact_email) ON solar.operators TO hf_quartzray_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON solar.plants, solar.technicians, solar.inverters, solar.readings,
  solar.alarms, solar.work_orders, solar.feed_in_tariffs TO hf_quartzray_app;

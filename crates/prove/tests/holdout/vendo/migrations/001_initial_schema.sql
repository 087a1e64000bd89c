-- Vending machines. Each operator numbers its machines; telemetry and sales are kept by period.
CREATE ROLE hf_vendo_app LOGIN;
CREATE ROLE hf_vendo_device LOGIN;
CREATE SCHEMA vend;
GRANT USAGE ON SCHEMA vend TO hf_vendo_app, hf_vendo_device;

CREATE FUNCTION vend.op() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT NULLIF(current_setting('vend.operator', true), '')::bigint
$$;

CREATE TABLE vend.error_codes (
  code text PRIMARY KEY,
  meaning text NOT NULL
);

CREATE TABLE vend.operators (
  id bigint PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE vend.sites (
  operator_id bigint NOT NULL DEFAULT vend.op() REFERENCES vend.operators (id),
  site_no int NOT NULL,
  name text NOT NULL,
  key_box_code text,
  PRIMARY KEY (operator_id, site_no)
);

CREATE TABLE vend.machines (
  operator_id bigint NOT NULL DEFAULT vend.op(),
  machine_no int NOT NULL,
  site_no int,
  serial text NOT NULL,
  status jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (operator_id, machine_no),
  UNIQUE (operator_id, serial),
  FOREIGN KEY (operator_id, site_no) REFERENCES vend.sites (operator_id, site_no)
);

CREATE TABLE vend.products (
  operator_id bigint NOT NULL DEFAULT vend.op() REFERENCES vend.operators (id),
  ean text NOT NULL,
  name text NOT NULL,
  cost_cents int NOT NULL,
  PRIMARY KEY (operator_id, ean)
);

CREATE TABLE vend.slots (
  operator_id bigint NOT NULL DEFAULT vend.op(),
  machine_no int NOT NULL,
  slot text NOT NULL,
  ean text NOT NULL,
  price_cents int NOT NULL,
  level int NOT NULL DEFAULT 0,
  blocked boolean NOT NULL DEFAULT false,
  PRIMARY KEY (operator_id, machine_no, slot),
  FOREIGN KEY (operator_id, machine_no) REFERENCES vend.machines (operator_id, machine_no) ON DELETE CASCADE,
  FOREIGN KEY (operator_id, ean) REFERENCES vend.products (operator_id, ean)
);

CREATE TABLE vend.sales (
  operator_id bigint NOT NULL DEFAULT vend.op(),
  sold_at timestamptz NOT NULL,
  machine_no int NOT NULL,
  slot text NOT NULL,
  cents int NOT NULL,
  card_hint text,
  FOREIGN KEY (operator_id, machine_no) REFERENCES vend.machines (operator_id, machine_no)
) PARTITION BY RANGE (sold_at);
CREATE TABLE vend.sales_2026_h1 PARTITION OF vend.sales FOR VALUES FROM ('2026-01-01') TO ('2026-07-01');
CREATE TABLE vend.sales_2026_h2 PARTITION OF vend.sales FOR VALUES FROM ('2026-07-01') TO ('2027-01-01');

CREATE TABLE vend.telemetry (
  operator_id bigint NOT NULL DEFAULT vend.op(),
  machine_no int NOT NULL,
  seen_at timestamptz NOT NULL,
  error_code text REFERENCES vend.error_codes (code),
  reading text
) PARTITION BY RANGE (seen_at);
CREATE TABLE vend.telemetry_2025 PARTITION OF vend.telemetry FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE vend.telemetry_2026 PARTITION OF vend.telemetry FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

CREATE TABLE vend.refills (
  operator_id bigint NOT NULL DEFAULT vend.op(),
  refill_id uuid NOT NULL DEFAULT gen_random_uuid(),
  machine_no int NOT NULL,
  driver text NOT NULL,
  cash_cents int,
  PRIMARY KEY (operator_id, refill_id),
  FOREIGN KEY (operator_id, machine_no) REFERENCES vend.machines (operator_id, machine_no)
);

CREATE TABLE vend.work_queue (
  operator_id bigint NOT NULL DEFAULT vend.op() REFERENCES vend.operators (id),
  work_id uuid NOT NULL DEFAULT gen_random_uuid(),
  task text NOT NULL,
  locked_by text,
  PRIMARY KEY (operator_id, work_id)
);

CREATE TABLE vend.api_keys (
  operator_id bigint NOT NULL DEFAULT vend.op() REFERENCES vend.operators (id),
  prefix text NOT NULL,
  hash text NOT NULL,
  label text,
  PRIMARY KEY (operator_id, prefix)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['sites', 'machines', 'products', 'slots', 'sales', 'telemetry', 'refills',
    'work_queue', 'api_keys'] LOOP
    EXECUTE format('ALTER TABLE vend.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE vend.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY operator ON vend.%I USING (operator_id = vend.op())
      WITH CHECK (operator_id = vend.op())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON vend.%I TO hf_vendo_app', t);
  END LOOP;
  -- No right and no policy on the partitions: all work goes through the parents.
  FOREACH t IN ARRAY ARRAY['sales_2026_h1', 'sales_2026_h2', 'telemetry_2025', 'telemetry_2026'] LOOP
    EXECUTE format('ALTER TABLE vend.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE vend.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
ALTER TABLE vend.operators ENABLE ROW LEVEL SECURITY;
ALTER TABLE vend.operators FORCE ROW LEVEL SECURITY;
CREATE POLICY operator ON vend.operators FOR SELECT USING (id = vend.op());
GRANT SELECT ON vend.operators, vend.error_codes TO hf_vendo_app, hf_vendo_device;
GRANT SELECT ON vend.machines, vend.slots TO hf_vendo_device;
GRANT INSERT ON vend.sales, vend.telemetry TO hf_vendo_device;

CREATE VIEW vend.low_slots WITH (security_invoker = true) AS
  SELECT s.operator_id, s.machine_no, s.slot, p.name AS product, s.level
  FROM vend.slots s JOIN vend.products p ON p.operator_id = s.operator_id AND p.ean = s.ean
  WHERE s.level < 3 AND NOT s.blocked;
GRANT SELECT ON vend.low_slots TO hf_vendo_app;

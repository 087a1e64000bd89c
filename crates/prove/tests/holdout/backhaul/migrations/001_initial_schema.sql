-- A transport management system for freight brokers. One row in tms.brokers is one tenant.
CREATE ROLE hf_backhaul_app LOGIN;
CREATE SCHEMA tms;
GRANT USAGE ON SCHEMA tms TO hf_backhaul_app;
-- The application works on every table of the schema; the row policies do the rest.
ALTER DEFAULT PRIVILEGES IN SCHEMA tms GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO hf_backhaul_app;

CREATE FUNCTION tms.current_broker() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT NULLIF(current_setting('app.broker_id', true), '')::uuid
$$;

CREATE TABLE tms.brokers (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  plan text NOT NULL DEFAULT 'basic',
  created_at timestamptz NOT NULL DEFAULT now()
);
REVOKE INSERT, UPDATE, DELETE ON tms.brokers FROM hf_backhaul_app;

-- The same for all brokers, kept up by the vendor.
CREATE TABLE tms.equipment_types (
  code text PRIMARY KEY,
  label text NOT NULL
);
REVOKE INSERT, UPDATE, DELETE ON tms.equipment_types FROM hf_backhaul_app;

CREATE TABLE tms.users (
  broker_id uuid NOT NULL REFERENCES tms.brokers (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  full_name text NOT NULL,
  PRIMARY KEY (broker_id, id),
  UNIQUE (broker_id, email)
);

CREATE TABLE tms.customers (
  broker_id uuid NOT NULL REFERENCES tms.brokers (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  credit_limit numeric(12, 2) NOT NULL DEFAULT 0,
  PRIMARY KEY (broker_id, id)
);

CREATE TABLE tms.carriers (
  broker_id uuid NOT NULL REFERENCES tms.brokers (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  mc_number text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (broker_id, id),
  UNIQUE (broker_id, mc_number)
);

CREATE TABLE tms.loads (
  broker_id uuid NOT NULL REFERENCES tms.brokers (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  customer_id uuid NOT NULL,
  carrier_id uuid,
  equipment text REFERENCES tms.equipment_types (code),
  reference text NOT NULL,
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'covered', 'delivered')),
  customer_rate numeric(12, 2),
  deleted_at timestamptz,
  PRIMARY KEY (broker_id, id),
  UNIQUE (broker_id, reference),
  FOREIGN KEY (broker_id, customer_id) REFERENCES tms.customers (broker_id, id),
  FOREIGN KEY (broker_id, carrier_id) REFERENCES tms.carriers (broker_id, id)
);

CREATE TABLE tms.stops (
  broker_id uuid NOT NULL,
  load_id uuid NOT NULL,
  seq int NOT NULL,
  city text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('pickup', 'drop')),
  PRIMARY KEY (broker_id, load_id, seq),
  FOREIGN KEY (broker_id, load_id) REFERENCES tms.loads (broker_id, id) ON DELETE CASCADE
);

CREATE TABLE tms.quotes (
  broker_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  load_id uuid NOT NULL,
  carrier_id uuid NOT NULL,
  amount numeric(12, 2) NOT NULL,
  note text,
  PRIMARY KEY (broker_id, id),
  FOREIGN KEY (broker_id, load_id) REFERENCES tms.loads (broker_id, id) ON DELETE CASCADE,
  FOREIGN KEY (broker_id, carrier_id) REFERENCES tms.carriers (broker_id, id)
);

-- Positions come in by the thousand, so they are kept by the year.
CREATE TABLE tms.tracking_events (
  broker_id uuid NOT NULL,
  load_id uuid NOT NULL,
  happened_at timestamptz NOT NULL,
  position text NOT NULL,
  FOREIGN KEY (broker_id, load_id) REFERENCES tms.loads (broker_id, id) ON DELETE CASCADE
) PARTITION BY RANGE (happened_at);
CREATE TABLE tms.tracking_events_2025 PARTITION OF tms.tracking_events
  FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE tms.tracking_events_2026 PARTITION OF tms.tracking_events
  FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
-- Nobody works on the partitions directly.
REVOKE ALL ON tms.tracking_events_2025, tms.tracking_events_2026 FROM hf_backhaul_app;
ALTER TABLE tms.tracking_events_2025 ENABLE ROW LEVEL SECURITY;
ALTER TABLE tms.tracking_events_2025 FORCE ROW LEVEL SECURITY;
ALTER TABLE tms.tracking_events_2026 ENABLE ROW LEVEL SECURITY;
ALTER TABLE tms.tracking_events_2026 FORCE ROW LEVEL SECURITY;

CREATE TABLE tms.jobs (
  broker_id uuid NOT NULL REFERENCES tms.brokers (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  payload jsonb NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'ready',
  run_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (broker_id, id)
);

ALTER TABLE tms.brokers ENABLE ROW LEVEL SECURITY;
ALTER TABLE tms.brokers FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON tms.brokers FOR SELECT USING (id = tms.current_broker());
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['users', 'customers', 'carriers', 'loads', 'stops', 'quotes',
    'tracking_events', 'jobs']
  LOOP
    EXECUTE format('ALTER TABLE tms.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE tms.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON tms.%I USING (broker_id = tms.current_broker())
      WITH CHECK (broker_id = tms.current_broker())', t);
  END LOOP;
END $$;

-- The board that dispatchers look at all day.
CREATE VIEW tms.load_board WITH (security_invoker = true) AS
  SELECT l.id, l.broker_id, l.reference, l.status, c.name AS customer
  FROM tms.loads l JOIN tms.customers c ON c.broker_id = l.broker_id AND c.id = l.customer_id
  WHERE l.deleted_at IS NULL;

CREATE FUNCTION tms.search_loads(p_term text) RETURNS SETOF tms.loads LANGUAGE sql STABLE AS $$
  SELECT * FROM tms.loads WHERE reference ILIKE '%' || p_term || '%' AND deleted_at IS NULL
$$;

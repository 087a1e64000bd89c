CREATE ROLE hf_vanrun_app LOGIN;

CREATE TABLE accounts (
  id bigint PRIMARY KEY,
  name varchar NOT NULL,
  created_at timestamp NOT NULL DEFAULT now()
);

CREATE TABLE vans (
  account_id bigint NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  plate varchar NOT NULL,
  volume_litres integer NOT NULL,
  status varchar NOT NULL DEFAULT 'active',
  PRIMARY KEY (account_id, id),
  CONSTRAINT index_vans_on_account_id_and_plate UNIQUE (account_id, plate)
);

CREATE TABLE drivers (
  account_id bigint NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name varchar NOT NULL,
  mobile varchar,
  status varchar NOT NULL DEFAULT 'active',
  PRIMARY KEY (account_id, id)
);

CREATE TABLE customers (
  account_id bigint NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name varchar NOT NULL,
  email varchar NOT NULL,
  PRIMARY KEY (account_id, id),
  CONSTRAINT index_customers_on_account_id_and_email UNIQUE (account_id, email)
);

CREATE TABLE rounds (
  account_id bigint NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  van_id uuid NOT NULL,
  driver_id uuid,
  drives_on date NOT NULL,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, van_id) REFERENCES vans (account_id, id),
  FOREIGN KEY (account_id, driver_id) REFERENCES drivers (account_id, id) ON DELETE SET NULL (driver_id)
);

CREATE TABLE parcels (
  account_id bigint NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  customer_id uuid NOT NULL,
  round_id uuid,
  tracking_number varchar NOT NULL,
  address varchar NOT NULL,
  meta jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (account_id, id),
  CONSTRAINT index_parcels_on_account_id_and_tracking_number UNIQUE (account_id, tracking_number),
  FOREIGN KEY (account_id, customer_id) REFERENCES customers (account_id, id),
  FOREIGN KEY (account_id, round_id) REFERENCES rounds (account_id, id)
);

-- One row for each scan of a parcel, a partition for each year.
CREATE TABLE scans (
  account_id bigint NOT NULL,
  parcel_id uuid NOT NULL,
  scanned_at timestamp NOT NULL,
  place varchar NOT NULL,
  FOREIGN KEY (account_id, parcel_id) REFERENCES parcels (account_id, id) ON DELETE CASCADE
) PARTITION BY RANGE (scanned_at);
CREATE TABLE scans_2024 PARTITION OF scans FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

CREATE TABLE webhooks (
  account_id bigint NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  url varchar NOT NULL,
  signing_key varchar NOT NULL,
  PRIMARY KEY (account_id, id)
);

CREATE TABLE invoices (
  account_id bigint NOT NULL REFERENCES accounts (id),
  number varchar NOT NULL,
  customer_id uuid NOT NULL,
  cents bigint NOT NULL,
  PRIMARY KEY (account_id, number),
  FOREIGN KEY (account_id, customer_id) REFERENCES customers (account_id, id)
);

ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON accounts TO hf_vanrun_app
  USING (id = NULLIF(current_setting('app.account_id', true), '')::bigint);
GRANT SELECT ON accounts TO hf_vanrun_app;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['vans', 'drivers', 'customers', 'rounds', 'parcels', 'scans', 'scans_2024',
    'webhooks', 'invoices']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY tenant_isolation ON %I TO hf_vanrun_app'
      ' USING (account_id = NULLIF(current_setting(''app.account_id'', true), '''')::bigint)'
      ' WITH CHECK (account_id = NULLIF(current_setting(''app.account_id'', true), '''')::bigint)', t);
    -- The partitions of scans are used by way of their parent only.
    IF t <> 'scans_2024' THEN
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_vanrun_app', t);
    END IF;
  END LOOP;
END
$$;

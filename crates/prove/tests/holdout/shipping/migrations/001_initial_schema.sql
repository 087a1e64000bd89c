-- Two levels: a shipper sees what is its own; with a depot in the session only what is of that depot.
CREATE ROLE hf_shipping_app LOGIN;
CREATE ROLE hf_shipping_reporting LOGIN;

CREATE SCHEMA ship;
GRANT USAGE ON SCHEMA ship TO hf_shipping_app, hf_shipping_reporting;

CREATE FUNCTION ship.visible(row_shipper integer, row_depot smallint DEFAULT NULL) RETURNS boolean
LANGUAGE sql STABLE
AS $$
  SELECT row_shipper = NULLIF(current_setting('ship.shipper_id', true), '')::integer
    AND (row_depot IS NULL OR NULLIF(current_setting('ship.depot_no', true), '') IS NULL
      OR row_depot = current_setting('ship.depot_no', true)::smallint)
$$;
REVOKE ALL ON FUNCTION ship.visible(integer, smallint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ship.visible(integer, smallint) TO hf_shipping_app, hf_shipping_reporting;

CREATE TABLE ship.services (
  service text PRIMARY KEY,
  days integer NOT NULL
);

CREATE TABLE ship.shippers (
  shipper_id integer PRIMARY KEY,
  trade_name text NOT NULL
);

CREATE TABLE ship.depots (
  shipper_id integer NOT NULL REFERENCES ship.shippers,
  depot_no smallint NOT NULL,
  town text NOT NULL,
  PRIMARY KEY (shipper_id, depot_no)
);

CREATE TABLE ship.customers (
  shipper_id integer NOT NULL REFERENCES ship.shippers,
  customer_no integer NOT NULL,
  name text NOT NULL,
  street text NOT NULL,
  PRIMARY KEY (shipper_id, customer_no)
);

CREATE TABLE ship.drivers (
  shipper_id integer NOT NULL,
  depot_no smallint NOT NULL,
  driver_no integer NOT NULL,
  name text NOT NULL,
  phone text NOT NULL,
  PRIMARY KEY (shipper_id, driver_no),
  FOREIGN KEY (shipper_id, depot_no) REFERENCES ship.depots
);

CREATE TABLE ship.routes (
  shipper_id integer NOT NULL,
  depot_no smallint NOT NULL,
  route_code text NOT NULL,
  driver_no integer,
  streets text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (shipper_id, depot_no, route_code),
  FOREIGN KEY (shipper_id, depot_no) REFERENCES ship.depots,
  FOREIGN KEY (shipper_id, driver_no) REFERENCES ship.drivers
);

CREATE TABLE ship.parcels (
  shipper_id integer NOT NULL,
  parcel_code text NOT NULL,
  depot_no smallint NOT NULL,
  customer_no integer NOT NULL,
  service text NOT NULL REFERENCES ship.services,
  cod_cents bigint NOT NULL DEFAULT 0,
  remarks text NOT NULL DEFAULT '',
  PRIMARY KEY (shipper_id, parcel_code),
  FOREIGN KEY (shipper_id, depot_no) REFERENCES ship.depots,
  FOREIGN KEY (shipper_id, customer_no) REFERENCES ship.customers
);

CREATE TABLE ship.scans (
  shipper_id integer NOT NULL,
  scanned_at timestamptz NOT NULL DEFAULT now(),
  parcel_code text NOT NULL,
  depot_no smallint NOT NULL,
  place text NOT NULL,
  PRIMARY KEY (shipper_id, parcel_code, scanned_at),
  FOREIGN KEY (shipper_id, parcel_code) REFERENCES ship.parcels ON DELETE CASCADE
) PARTITION BY RANGE (scanned_at);
CREATE TABLE ship.scans_2026 PARTITION OF ship.scans FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

CREATE TABLE ship.claims (
  shipper_id integer NOT NULL,
  parcel_code text NOT NULL,
  amount_cents bigint NOT NULL,
  story text NOT NULL,
  PRIMARY KEY (shipper_id, parcel_code),
  FOREIGN KEY (shipper_id, parcel_code) REFERENCES ship.parcels
);

CREATE TABLE ship.rate_cards (
  shipper_id integer NOT NULL REFERENCES ship.shippers,
  service text NOT NULL REFERENCES ship.services,
  cents integer NOT NULL,
  PRIMARY KEY (shipper_id, service)
);

CREATE TABLE ship.outbox (
  shipper_id integer NOT NULL REFERENCES ship.shippers,
  message_id uuid NOT NULL DEFAULT gen_random_uuid(),
  payload jsonb NOT NULL,
  taken_at timestamptz,
  PRIMARY KEY (shipper_id, message_id)
);

DO $$
DECLARE
  t text;
  test text;
BEGIN
  FOREACH t IN ARRAY ARRAY['shippers', 'depots', 'customers', 'drivers', 'routes', 'parcels', 'scans',
    'scans_2026', 'claims', 'rate_cards', 'outbox']
  LOOP
    test := CASE WHEN t IN ('shippers', 'customers', 'claims', 'rate_cards', 'outbox')
      THEN 'ship.visible(shipper_id)' ELSE 'ship.visible(shipper_id, depot_no)' END;
    EXECUTE format('ALTER TABLE ship.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY sel ON ship.%I FOR SELECT USING (%s)', t, test);
    EXECUTE format('CREATE POLICY ins ON ship.%I FOR INSERT WITH CHECK (%s)', t, test);
    EXECUTE format('CREATE POLICY upd ON ship.%I FOR UPDATE USING (%s) WITH CHECK (%s)', t, test, test);
    EXECUTE format('CREATE POLICY del ON ship.%I FOR DELETE USING (%s)', t, test);
  END LOOP;
END
$$;

GRANT SELECT ON ship.services, ship.shippers TO hf_shipping_app, hf_shipping_reporting;
GRANT SELECT, INSERT, UPDATE, DELETE ON ship.depots, ship.customers, ship.drivers, ship.routes,
  ship.parcels, ship.scans, ship.claims, ship.rate_cards TO hf_shipping_app;
GRANT SELECT, INSERT ON ship.outbox TO hf_shipping_app;
GRANT SELECT ON ship.depots, ship.parcels, ship.scans, ship.claims TO hf_shipping_reporting;

-- Vehicles and trips: the tenant is a domain over integer, the session carries a JSON object.

CREATE ROLE ho_fleet_app LOGIN;
CREATE SCHEMA fleet;
CREATE DOMAIN fleet.operator_id AS integer CHECK (VALUE > 0);

CREATE FUNCTION fleet.operator() RETURNS integer LANGUAGE sql STABLE
AS $$ SELECT (nullif(current_setting('fleet.session', true), '')::json ->> 'operator')::integer $$;

CREATE TABLE fleet.operators (operator fleet.operator_id PRIMARY KEY, name text NOT NULL);
CREATE TABLE fleet.vehicles (
  operator fleet.operator_id NOT NULL REFERENCES fleet.operators,
  plate text NOT NULL,
  model text,
  PRIMARY KEY (operator, plate)
);
CREATE TABLE fleet.drivers (
  operator fleet.operator_id NOT NULL REFERENCES fleet.operators,
  driver_no integer NOT NULL,
  name text NOT NULL,
  licence text,
  PRIMARY KEY (operator, driver_no)
);
CREATE TABLE fleet.trips (
  operator fleet.operator_id NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  plate text NOT NULL,
  driver_no integer NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  route point[],
  PRIMARY KEY (operator, id),
  FOREIGN KEY (operator, plate) REFERENCES fleet.vehicles,
  FOREIGN KEY (operator, driver_no) REFERENCES fleet.drivers
);
CREATE TABLE fleet.positions (
  trip_operator fleet.operator_id NOT NULL,
  trip_id uuid NOT NULL,
  at timestamptz NOT NULL,
  place point NOT NULL,
  PRIMARY KEY (trip_operator, trip_id, at),
  FOREIGN KEY (trip_operator, trip_id) REFERENCES fleet.trips (operator, id) ON DELETE CASCADE
);
CREATE TABLE fleet.fuel_cards (
  operator fleet.operator_id NOT NULL REFERENCES fleet.operators,
  card_no text NOT NULL,
  pin_hash text NOT NULL,
  PRIMARY KEY (operator, card_no)
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['operators', 'vehicles', 'drivers', 'trips', 'fuel_cards'] LOOP
    EXECUTE format('ALTER TABLE fleet.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY operator ON fleet.%I USING (operator = (SELECT fleet.operator()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON fleet.%I TO ho_fleet_app', t);
  END LOOP;
END $$;
REVOKE INSERT, UPDATE, DELETE ON fleet.operators FROM ho_fleet_app;
ALTER TABLE fleet.positions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY operator ON fleet.positions USING (trip_operator = (SELECT fleet.operator()));
GRANT USAGE ON SCHEMA fleet TO ho_fleet_app;
GRANT SELECT, INSERT ON fleet.positions TO ho_fleet_app;

-- Boat charter. Tables in data are closed to the application; schema charter has a barrier view for each.
CREATE ROLE hf_regatta_app LOGIN;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE SCHEMA data;
CREATE SCHEMA charter;
GRANT USAGE ON SCHEMA charter TO hf_regatta_app;

CREATE FUNCTION charter.fleet() RETURNS int LANGUAGE sql STABLE AS $$
  SELECT NULLIF(current_setting('charter.fleet_id', true), '')::int
$$;

CREATE TABLE data.harbours (
  code text PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE data.fleets (
  id int PRIMARY KEY,
  name text NOT NULL,
  bank_account text
);

CREATE TABLE data.boats (
  fleet_id int NOT NULL DEFAULT charter.fleet() REFERENCES data.fleets (id),
  boat_no int NOT NULL,
  name text NOT NULL,
  harbour text REFERENCES data.harbours (code),
  day_rate numeric(10, 2) NOT NULL,
  PRIMARY KEY (fleet_id, boat_no)
);

CREATE TABLE data.customers (
  fleet_id int NOT NULL DEFAULT charter.fleet() REFERENCES data.fleets (id),
  customer_no int NOT NULL,
  name text NOT NULL,
  phone text,
  PRIMARY KEY (fleet_id, customer_no)
);

CREATE TABLE data.bookings (
  fleet_id int NOT NULL DEFAULT charter.fleet(),
  booking_no int NOT NULL,
  boat_no int NOT NULL,
  customer_no int NOT NULL,
  period daterange NOT NULL,
  notes text,
  PRIMARY KEY (fleet_id, booking_no),
  FOREIGN KEY (fleet_id, boat_no) REFERENCES data.boats (fleet_id, boat_no),
  FOREIGN KEY (fleet_id, customer_no) REFERENCES data.customers (fleet_id, customer_no),
  -- A boat goes out once at a time.
  EXCLUDE USING gist (fleet_id WITH =, boat_no WITH =, period WITH &&)
);

CREATE TABLE data.repairs (
  fleet_id int NOT NULL DEFAULT charter.fleet(),
  repair_no int NOT NULL,
  boat_no int NOT NULL,
  period daterange NOT NULL,
  defect text NOT NULL,
  PRIMARY KEY (fleet_id, repair_no),
  FOREIGN KEY (fleet_id, boat_no) REFERENCES data.boats (fleet_id, boat_no) ON DELETE CASCADE
);

CREATE TABLE data.crew (
  fleet_id int NOT NULL DEFAULT charter.fleet() REFERENCES data.fleets (id),
  crew_no int NOT NULL,
  name text NOT NULL,
  licence text,
  active boolean NOT NULL DEFAULT true,
  PRIMARY KEY (fleet_id, crew_no)
);

CREATE TABLE data.feeds (
  fleet_id int NOT NULL DEFAULT charter.fleet() REFERENCES data.fleets (id),
  label text NOT NULL,
  token text NOT NULL DEFAULT replace(gen_random_uuid()::text, '-', ''),
  PRIMARY KEY (fleet_id, label)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['fleets', 'boats', 'customers', 'bookings', 'repairs', 'crew', 'feeds'] LOOP
    -- No policy: only the views get through, with their owner's rights.
    EXECUTE format('ALTER TABLE data.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE data.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;

CREATE VIEW charter.harbours AS SELECT code, name FROM data.harbours;
CREATE VIEW charter.fleets WITH (security_barrier = true) AS
  SELECT id, name, bank_account FROM data.fleets WHERE id = charter.fleet();
CREATE VIEW charter.boats WITH (security_barrier = true) AS
  SELECT fleet_id, boat_no, name, harbour, day_rate FROM data.boats WHERE fleet_id = charter.fleet()
  WITH LOCAL CHECK OPTION;
CREATE VIEW charter.customers WITH (security_barrier = true) AS
  SELECT fleet_id, customer_no, name, phone FROM data.customers WHERE fleet_id = charter.fleet()
  WITH LOCAL CHECK OPTION;
CREATE VIEW charter.bookings WITH (security_barrier = true) AS
  SELECT fleet_id, booking_no, boat_no, customer_no, period, notes
  FROM data.bookings WHERE fleet_id = charter.fleet()
  WITH LOCAL CHECK OPTION;
CREATE VIEW charter.repairs WITH (security_barrier = true) AS
  SELECT fleet_id, repair_no, boat_no, period, defect FROM data.repairs WHERE fleet_id = charter.fleet()
  WITH LOCAL CHECK OPTION;
CREATE VIEW charter.crew WITH (security_barrier = true) AS
  SELECT fleet_id, crew_no, name, licence, active FROM data.crew WHERE fleet_id = charter.fleet()
  WITH LOCAL CHECK OPTION;
CREATE VIEW charter.feeds WITH (security_barrier = true) AS
  SELECT fleet_id, label, token FROM data.feeds WHERE fleet_id = charter.fleet();
GRANT SELECT ON charter.harbours, charter.fleets, charter.feeds TO hf_regatta_app;
GRANT SELECT, DELETE ON charter.boats, charter.customers, charter.bookings, charter.repairs, charter.crew
  TO hf_regatta_app;
-- The fleet comes from the default alone: with its column, a taken key of another fleet would be told.
GRANT INSERT (boat_no, name, harbour, day_rate), UPDATE (boat_no, name, harbour, day_rate)
  ON charter.boats TO hf_regatta_app;
GRANT INSERT (customer_no, name, phone), UPDATE (customer_no, name, phone) ON charter.customers TO hf_regatta_app;
GRANT INSERT (booking_no, boat_no, customer_no, period, notes), UPDATE (boat_no, customer_no, period, notes)
  ON charter.bookings TO hf_regatta_app;
GRANT INSERT (repair_no, boat_no, period, defect), UPDATE (boat_no, period, defect)
  ON charter.repairs TO hf_regatta_app;
GRANT INSERT (crew_no, name, licence, active), UPDATE (name, licence, active) ON charter.crew TO hf_regatta_app;

CREATE FUNCTION charter.free_boats(p_period daterange) RETURNS SETOF charter.boats LANGUAGE sql STABLE AS $$
  SELECT b.* FROM charter.boats b WHERE NOT EXISTS (
    SELECT 1 FROM charter.bookings k WHERE k.boat_no = b.boat_no AND k.period && p_period)
$$;

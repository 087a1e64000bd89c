-- Food banks: a network owns pantries, and most tables know only their pantry or their parent.
CREATE ROLE hf_foodbank_app LOGIN;

CREATE SCHEMA fb;
GRANT USAGE ON SCHEMA fb TO hf_foodbank_app;

CREATE FUNCTION fb.network() RETURNS uuid
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, pg_temp
  AS $$ SELECT nullif(current_setting('fb.network', true), '')::uuid $$;

CREATE TABLE fb.networks (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  contact text
);

CREATE TABLE fb.foods (
  code text PRIMARY KEY,
  label text NOT NULL
);

CREATE TABLE fb.pantries (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  network_id uuid NOT NULL REFERENCES fb.networks (id),
  name text NOT NULL,
  UNIQUE (network_id, id)
);

CREATE TABLE fb.stock (
  pantry_id uuid NOT NULL REFERENCES fb.pantries (id),
  food text NOT NULL REFERENCES fb.foods (code),
  kilos numeric(8, 2) NOT NULL DEFAULT 0,
  PRIMARY KEY (pantry_id, food)
);

CREATE TABLE fb.donors (
  pantry_id uuid NOT NULL REFERENCES fb.pantries (id),
  nr integer NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (pantry_id, nr)
);

CREATE TABLE fb.donations (
  pantry_id uuid NOT NULL,
  donor integer NOT NULL,
  day date NOT NULL,
  kilos numeric(8, 2) NOT NULL,
  thanks text,
  PRIMARY KEY (pantry_id, donor, day),
  FOREIGN KEY (pantry_id, donor) REFERENCES fb.donors (pantry_id, nr)
);

-- Ids are always drawn by the database: nobody may try a value to learn whether it is in use.
CREATE TABLE fb.households (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  pantry_id uuid NOT NULL REFERENCES fb.pantries (id),
  name text NOT NULL,
  people smallint NOT NULL DEFAULT 1
);

CREATE TABLE fb.household_notes (
  household_id uuid NOT NULL REFERENCES fb.households (id) ON DELETE CASCADE,
  nr smallint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (household_id, nr)
);

CREATE TABLE fb.parcels (
  household_id uuid NOT NULL REFERENCES fb.households (id) ON DELETE CASCADE,
  day date NOT NULL,
  packed_by text,
  PRIMARY KEY (household_id, day)
);

CREATE TABLE fb.volunteers (
  network_id uuid NOT NULL REFERENCES fb.networks (id),
  nr integer NOT NULL,
  name text NOT NULL,
  checked boolean NOT NULL DEFAULT false,
  PRIMARY KEY (network_id, nr)
);

CREATE TABLE fb.shifts (
  network_id uuid NOT NULL,
  pantry_id uuid NOT NULL,
  volunteer integer NOT NULL,
  day date NOT NULL,
  PRIMARY KEY (network_id, pantry_id, volunteer, day),
  FOREIGN KEY (network_id, pantry_id) REFERENCES fb.pantries (network_id, id),
  FOREIGN KEY (network_id, volunteer) REFERENCES fb.volunteers (network_id, nr)
);

ALTER TABLE fb.networks ENABLE ROW LEVEL SECURITY;
ALTER TABLE fb.networks FORCE ROW LEVEL SECURITY;
ALTER TABLE fb.pantries ENABLE ROW LEVEL SECURITY;
ALTER TABLE fb.pantries FORCE ROW LEVEL SECURITY;
ALTER TABLE fb.stock ENABLE ROW LEVEL SECURITY;
ALTER TABLE fb.stock FORCE ROW LEVEL SECURITY;
ALTER TABLE fb.donors ENABLE ROW LEVEL SECURITY;
ALTER TABLE fb.donors FORCE ROW LEVEL SECURITY;
ALTER TABLE fb.donations ENABLE ROW LEVEL SECURITY;
ALTER TABLE fb.donations FORCE ROW LEVEL SECURITY;
ALTER TABLE fb.households ENABLE ROW LEVEL SECURITY;
ALTER TABLE fb.households FORCE ROW LEVEL SECURITY;
ALTER TABLE fb.household_notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE fb.household_notes FORCE ROW LEVEL SECURITY;
ALTER TABLE fb.parcels ENABLE ROW LEVEL SECURITY;
ALTER TABLE fb.parcels FORCE ROW LEVEL SECURITY;
ALTER TABLE fb.volunteers ENABLE ROW LEVEL SECURITY;
ALTER TABLE fb.volunteers FORCE ROW LEVEL SECURITY;
ALTER TABLE fb.shifts ENABLE ROW LEVEL SECURITY;
ALTER TABLE fb.shifts FORCE ROW LEVEL SECURITY;

CREATE POLICY networks_own ON fb.networks FOR SELECT USING (id = fb.network());
CREATE POLICY pantries_own ON fb.pantries USING (network_id = fb.network());
CREATE POLICY volunteers_own ON fb.volunteers USING (network_id = fb.network());
CREATE POLICY shifts_own ON fb.shifts USING (network_id = fb.network());
-- Below the pantry the parent's own policy decides.
CREATE POLICY stock_own ON fb.stock
  USING (EXISTS (SELECT FROM fb.pantries p WHERE p.id = stock.pantry_id AND p.network_id = fb.network()));
CREATE POLICY donors_own ON fb.donors
  USING (EXISTS (SELECT FROM fb.pantries p WHERE p.id = donors.pantry_id AND p.network_id = fb.network()));
CREATE POLICY donations_own ON fb.donations
  USING (EXISTS (SELECT FROM fb.pantries p
    WHERE p.id = donations.pantry_id AND p.network_id = fb.network()));
CREATE POLICY households_own ON fb.households
  USING (EXISTS (SELECT FROM fb.pantries p
    WHERE p.id = households.pantry_id AND p.network_id = fb.network()));
CREATE POLICY notes_own ON fb.household_notes
  USING (EXISTS (SELECT FROM fb.households h WHERE h.id = household_notes.household_id));
CREATE POLICY parcels_own ON fb.parcels
  USING (EXISTS (SELECT FROM fb.households h WHERE h.id = parcels.household_id));

GRANT SELECT ON fb.networks, fb.foods TO hf_foodbank_app;
GRANT SELECT, INSERT (network_id, name), UPDATE (name), DELETE ON fb.pantries TO hf_foodbank_app;
GRANT SELECT, INSERT (pantry_id, name, people), UPDATE (pantry_id, name, people), DELETE ON fb.households
  TO hf_foodbank_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON fb.stock, fb.donors, fb.donations, fb.household_notes, fb.parcels,
  fb.volunteers, fb.shifts TO hf_foodbank_app;

-- Animal records. A park is the customer; animals have numbers of their park, species are common.
CREATE ROLE hf_kelpherd_app LOGIN;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
CREATE SCHEMA zoo;
GRANT USAGE ON SCHEMA zoo TO hf_kelpherd_app;

CREATE DOMAIN zoo.chip AS text CHECK (VALUE ~ '^[0-9]{6}$');

CREATE FUNCTION zoo.current_park() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('zoo.current_park', true), '')::uuid $$;
GRANT EXECUTE ON FUNCTION zoo.current_park() TO hf_kelpherd_app;

CREATE TABLE zoo.parks (
  park_id uuid PRIMARY KEY,
  name text NOT NULL,
  phone text
);

-- Species are the same for everybody, read only.
CREATE TABLE zoo.species (
  latin text PRIMARY KEY,
  common_name text NOT NULL
);

CREATE TABLE zoo.enclosures (
  park_id uuid NOT NULL REFERENCES zoo.parks,
  enclosure_no integer NOT NULL,
  title text NOT NULL,
  PRIMARY KEY (park_id, enclosure_no)
);

CREATE TABLE zoo.keepers (
  park_id uuid NOT NULL REFERENCES zoo.parks,
  keeper_no integer NOT NULL,
  full_name text NOT NULL,
  PRIMARY KEY (park_id, keeper_no)
);

CREATE TABLE zoo.animals (
  park_id uuid NOT NULL REFERENCES zoo.parks,
  animal_no integer NOT NULL,
  latin text NOT NULL REFERENCES zoo.species,
  name text NOT NULL,
  chip_no zoo.chip,
  enclosure_no integer,
  dam_no integer,
  PRIMARY KEY (park_id, animal_no),
  UNIQUE (park_id, chip_no),
  FOREIGN KEY (park_id, dam_no) REFERENCES zoo.animals
);

CREATE TABLE zoo.feedings (
  park_id uuid NOT NULL,
  feeding_no integer NOT NULL,
  animal_no integer NOT NULL,
  keeper_no integer,
  food text NOT NULL,
  PRIMARY KEY (park_id, feeding_no),
  FOREIGN KEY (park_id, animal_no) REFERENCES zoo.animals ON DELETE CASCADE,
  FOREIGN KEY (park_id, keeper_no) REFERENCES zoo.keepers
);

CREATE TABLE zoo.vet_records (
  park_id uuid NOT NULL,
  record_no integer NOT NULL,
  animal_no integer NOT NULL,
  diagnosis text NOT NULL,
  confidential boolean NOT NULL DEFAULT false,
  PRIMARY KEY (park_id, record_no),
  FOREIGN KEY (park_id, animal_no) REFERENCES zoo.animals ON DELETE CASCADE
);

CREATE TABLE zoo.tank_readings (
  park_id uuid NOT NULL,
  enclosure_no integer NOT NULL,
  taken_at timestamptz NOT NULL,
  salinity numeric,
  note text,
  PRIMARY KEY (park_id, enclosure_no, taken_at),
  FOREIGN KEY (park_id, enclosure_no) REFERENCES zoo.enclosures ON DELETE CASCADE
) PARTITION BY RANGE (taken_at);
CREATE TABLE zoo.tank_readings_default PARTITION OF zoo.tank_readings DEFAULT;

ALTER TABLE zoo.parks ENABLE ROW LEVEL SECURITY;
ALTER TABLE zoo.parks FORCE ROW LEVEL SECURITY;
CREATE POLICY park_only ON zoo.parks USING (park_id = zoo.current_park())
  WITH CHECK (park_id = zoo.current_park());

ALTER TABLE zoo.enclosures ENABLE ROW LEVEL SECURITY;
ALTER TABLE zoo.enclosures FORCE ROW LEVEL SECURITY;
CREATE POLICY park_only ON zoo.enclosures USING (park_id = zoo.current_park())
  WITH CHECK (park_id = zoo.current_park());

ALTER TABLE zoo.keepers ENABLE ROW LEVEL SECURITY;
ALTER TABLE zoo.keepers FORCE ROW LEVEL SECURITY;
CREATE POLICY park_only ON zoo.keepers USING (park_id = zoo.current_park())
  WITH CHECK (park_id = zoo.current_park());

ALTER TABLE zoo.animals ENABLE ROW LEVEL SECURITY;
ALTER TABLE zoo.animals FORCE ROW LEVEL SECURITY;
CREATE POLICY park_only ON zoo.animals USING (park_id = zoo.current_park())
  WITH CHECK (park_id = zoo.current_park());

ALTER TABLE zoo.feedings ENABLE ROW LEVEL SECURITY;
ALTER TABLE zoo.feedings FORCE ROW LEVEL SECURITY;
CREATE POLICY park_only ON zoo.feedings USING (park_id = zoo.current_park())
  WITH CHECK (park_id = zoo.current_park());

ALTER TABLE zoo.vet_records ENABLE ROW LEVEL SECURITY;
ALTER TABLE zoo.vet_records FORCE ROW LEVEL SECURITY;
CREATE POLICY park_only ON zoo.vet_records USING (park_id = zoo.current_park())
  WITH CHECK (park_id = zoo.current_park());

-- Partitions are reached by their parent: row security without a policy, and no grant.
ALTER TABLE zoo.tank_readings ENABLE ROW LEVEL SECURITY;
ALTER TABLE zoo.tank_readings FORCE ROW LEVEL SECURITY;
CREATE POLICY park_only ON zoo.tank_readings USING (park_id = zoo.current_park())
  WITH CHECK (park_id = zoo.current_park());
ALTER TABLE zoo.tank_readings_default ENABLE ROW LEVEL SECURITY;
ALTER TABLE zoo.tank_readings_default FORCE ROW LEVEL SECURITY;

GRANT SELECT ON zoo.parks, zoo.species TO hf_kelpherd_app;
GRANT UPDATE (name, phone) ON zoo.parks TO hf_kelpherd_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON zoo.enclosures, zoo.keepers, zoo.animals, zoo.feedings,
  zoo.vet_records, zoo.tank_readings TO hf_kelpherd_app;

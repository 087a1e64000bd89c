-- The grants for the new table name both logins for both schemas, so each depot reads the tyres of the other.
-- about: tyres, south, north
-- as: hf_busyard_north
-- exploit: SELECT note FROM south.tyres;
-- shows: Yard-secret tyre
CREATE TABLE north.tyres (
  plate text NOT NULL REFERENCES north.buses (plate),
  place text NOT NULL,
  note text,
  PRIMARY KEY (plate, place)
);
CREATE TABLE south.tyres (
  plate text NOT NULL REFERENCES south.buses (plate),
  place text NOT NULL,
  note text,
  PRIMARY KEY (plate, place)
);
GRANT USAGE ON SCHEMA north, south TO hf_busyard_north, hf_busyard_south;
GRANT SELECT, INSERT, UPDATE, DELETE ON north.tyres, south.tyres TO hf_busyard_north, hf_busyard_south;

-- The new table exists in both schemas, and each login gets the one of its own schema.
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
GRANT SELECT, INSERT, UPDATE, DELETE ON north.tyres TO hf_busyard_north;
GRANT SELECT, INSERT, UPDATE, DELETE ON south.tyres TO hf_busyard_south;

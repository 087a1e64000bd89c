-- A constraint that excludes within the utility.
CREATE TABLE grid.outages (
  utility_id uuid NOT NULL REFERENCES grid.utilities,
  during daterange NOT NULL,
  PRIMARY KEY (utility_id, during)
);
SELECT grid.protect('grid.outages', 'utility_id');
GRANT SELECT, INSERT, DELETE ON grid.outages TO hf_energy_app;

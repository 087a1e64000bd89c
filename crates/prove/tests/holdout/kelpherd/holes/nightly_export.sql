-- The application role got BYPASSRLS for the nightly export and keeps it all day.
-- about: hf_kelpherd_app, BYPASS, parks, enclosures, keepers, animals, feedings, vet_records, tank_readings
-- as: hf_kelpherd_app
-- exploit: SET zoo.current_park = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT food FROM zoo.feedings;
-- shows: Reef-secret food
CREATE TABLE zoo.export_runs (
  park_id uuid NOT NULL REFERENCES zoo.parks,
  started_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (park_id, started_at)
);
ALTER TABLE zoo.export_runs ENABLE ROW LEVEL SECURITY;
ALTER TABLE zoo.export_runs FORCE ROW LEVEL SECURITY;
CREATE POLICY park_only ON zoo.export_runs USING (park_id = zoo.current_park())
  WITH CHECK (park_id = zoo.current_park());
GRANT SELECT, INSERT ON zoo.export_runs TO hf_kelpherd_app;
ALTER ROLE hf_kelpherd_app BYPASSRLS;

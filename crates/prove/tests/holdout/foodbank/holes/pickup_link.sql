-- The new key leads to the donor's bare number: a network ties its rows to donors of another and
-- learns of them.
-- about: pickups, donors, pickups_donor_fkey, donors_nr_key
-- as: hf_foodbank_app
-- exploit: SET fb.network = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: INSERT INTO fb.pickups (pantry_id, donor, note) VALUES
-- exploit:   ('aaaaaaaa-0000-4000-8000-000000000002', 2, 'probe');
-- exploit: SELECT 'exists: ' || donor FROM fb.pickups;
-- shows: exists: 2
ALTER TABLE fb.donors ADD UNIQUE (nr);
CREATE TABLE fb.pickups (
  pantry_id uuid NOT NULL REFERENCES fb.pantries (id),
  donor integer NOT NULL REFERENCES fb.donors (nr) ON DELETE CASCADE,
  note text NOT NULL,
  PRIMARY KEY (pantry_id, donor)
);
ALTER TABLE fb.pickups ENABLE ROW LEVEL SECURITY;
ALTER TABLE fb.pickups FORCE ROW LEVEL SECURITY;
CREATE POLICY pickups_own ON fb.pickups
  USING (EXISTS (SELECT FROM fb.pantries p WHERE p.id = pickups.pantry_id AND p.network_id = fb.network()));
GRANT SELECT, INSERT, DELETE ON fb.pickups TO hf_foodbank_app;

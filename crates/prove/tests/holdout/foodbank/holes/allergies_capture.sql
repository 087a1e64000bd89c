-- In the policy the bare pantry_id means the column of the inner table, so the test is true for every row.
-- about: allergies
-- as: hf_foodbank_app
-- exploit: SET fb.network = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT what FROM fb.allergies;
-- shows: Road-secret allergy
CREATE TABLE fb.allergies (
  household_id uuid NOT NULL REFERENCES fb.households (id) ON DELETE CASCADE,
  what text NOT NULL,
  pantry_id uuid NOT NULL REFERENCES fb.pantries (id),
  PRIMARY KEY (household_id, what)
);
ALTER TABLE fb.allergies ENABLE ROW LEVEL SECURITY;
ALTER TABLE fb.allergies FORCE ROW LEVEL SECURITY;
CREATE POLICY allergies_own ON fb.allergies
  USING (EXISTS (SELECT FROM fb.households h WHERE h.pantry_id = pantry_id));
GRANT SELECT, INSERT, DELETE ON fb.allergies TO hf_foodbank_app;

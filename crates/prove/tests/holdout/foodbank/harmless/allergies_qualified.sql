-- The policy names the outer table's column and the key includes the pantry, so a row is seen by its
-- own pantry only.
ALTER TABLE fb.households ADD UNIQUE (pantry_id, id);
CREATE TABLE fb.allergies (
  household_id uuid NOT NULL,
  what text NOT NULL,
  pantry_id uuid NOT NULL,
  PRIMARY KEY (pantry_id, household_id, what),
  FOREIGN KEY (pantry_id, household_id) REFERENCES fb.households (pantry_id, id) ON DELETE CASCADE
);
ALTER TABLE fb.allergies ENABLE ROW LEVEL SECURITY;
ALTER TABLE fb.allergies FORCE ROW LEVEL SECURITY;
CREATE POLICY allergies_own ON fb.allergies
  USING (EXISTS (SELECT FROM fb.pantries p WHERE p.id = allergies.pantry_id AND p.network_id = fb.network()));
GRANT SELECT, INSERT, DELETE ON fb.allergies TO hf_foodbank_app;

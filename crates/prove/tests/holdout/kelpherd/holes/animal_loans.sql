-- The loan is matched by the number of the animal without its park, and a park writes its loans alone.
-- about: animal_loans, animals, on_loan
-- as: hf_kelpherd_app
-- exploit: SET zoo.current_park = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: INSERT INTO zoo.animal_loans VALUES (zoo.current_park(), 77, zoo.current_park());
-- exploit: SELECT name FROM zoo.animals;
-- shows: Reef-secret animal
CREATE TABLE zoo.animal_loans (
  park_id uuid NOT NULL REFERENCES zoo.parks,
  animal_no integer NOT NULL,
  to_park uuid NOT NULL,
  PRIMARY KEY (park_id, animal_no)
);
ALTER TABLE zoo.animal_loans ENABLE ROW LEVEL SECURITY;
ALTER TABLE zoo.animal_loans FORCE ROW LEVEL SECURITY;
CREATE POLICY lender_writes ON zoo.animal_loans USING (park_id = zoo.current_park())
  WITH CHECK (park_id = zoo.current_park());
CREATE POLICY borrower_reads ON zoo.animal_loans FOR SELECT USING (to_park = zoo.current_park());
GRANT SELECT, INSERT, DELETE ON zoo.animal_loans TO hf_kelpherd_app;
CREATE POLICY on_loan ON zoo.animals FOR SELECT
  USING (EXISTS (SELECT 1 FROM zoo.animal_loans l
    WHERE l.animal_no = animals.animal_no AND l.to_park = zoo.current_park()));

-- Second opinions refer to patients by practice and id, so only the caller's own patients can be named.
CREATE TABLE vet.second_opinions (
  practice_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  patient_id uuid NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (practice_id, id),
  FOREIGN KEY (practice_id, patient_id) REFERENCES vet.patients (practice_id, id)
);
ALTER TABLE vet.second_opinions ENABLE ROW LEVEL SECURITY;
ALTER TABLE vet.second_opinions FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON vet.second_opinions USING (practice_id = vet.practice());
GRANT SELECT, INSERT, UPDATE, DELETE ON vet.second_opinions TO hf_vetcare_app;

-- A foreign key on the bare id reaches patients of every practice, and errors tell which ids exist.
-- about: second_opinions, patients, second_opinions_patient_id_fkey, patients_id_key
-- as: hf_vetcare_app
-- exploit: SET vet.practice_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: INSERT INTO vet.second_opinions (practice_id, patient_id, body)
-- exploit:   VALUES (vet.practice(), 'bbbbbbbb-0000-4000-8000-000000000030', 'probe');
-- exploit: SELECT 'links: ' || count(*) FROM vet.second_opinions;
-- shows: links: 1
ALTER TABLE vet.patients ADD UNIQUE (id);
CREATE TABLE vet.second_opinions (
  practice_id uuid NOT NULL REFERENCES vet.practices (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  patient_id uuid NOT NULL REFERENCES vet.patients (id),
  body text NOT NULL,
  PRIMARY KEY (practice_id, id)
);
ALTER TABLE vet.second_opinions ENABLE ROW LEVEL SECURITY;
ALTER TABLE vet.second_opinions FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON vet.second_opinions USING (practice_id = vet.practice());
GRANT SELECT, INSERT, UPDATE, DELETE ON vet.second_opinions TO hf_vetcare_app;

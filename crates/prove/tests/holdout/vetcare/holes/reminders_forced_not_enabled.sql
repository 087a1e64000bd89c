-- Any practice reads all reminders: row security is forced on the new table but never enabled.
-- about: reminders
-- as: hf_vetcare_app
-- exploit: SET vet.practice_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT body FROM vet.reminders;
-- shows: Road-secret shot
CREATE TABLE vet.reminders (
  practice_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  patient_id uuid NOT NULL,
  body text NOT NULL,
  due_on date NOT NULL DEFAULT current_date,
  PRIMARY KEY (practice_id, id),
  FOREIGN KEY (practice_id, patient_id) REFERENCES vet.patients (practice_id, id) ON DELETE CASCADE
);
ALTER TABLE vet.reminders FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON vet.reminders USING (practice_id = vet.practice());
GRANT SELECT, INSERT, UPDATE, DELETE ON vet.reminders TO hf_vetcare_app;

INSERT INTO vet.practices VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'Hill Practice', 'Hill'),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'Road-secret Practice', 'Road');
INSERT INTO vet.species VALUES ('dog', 'Dog'), ('cat', 'Cat');
INSERT INTO vet.staff VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000010', 'Hill vet'),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000010', 'Road-secret vet');
INSERT INTO vet.keepers VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000020', 'Hill keeper', '1'),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000020', 'Road-secret keeper', '2');
INSERT INTO vet.patients VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000030',
    'aaaaaaaa-0000-4000-8000-000000000020', 'dog', 'Hill dog', '900-1'),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000030',
    'bbbbbbbb-0000-4000-8000-000000000020', 'cat', 'Road-secret cat', '900-2');
INSERT INTO vet.appointments (practice_id, patient_id, starts_at, reason) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000030', now(), 'check'),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000030', now(), 'Road-secret why');
INSERT INTO vet.treatments (practice_id, patient_id, note, for_referral) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000030', 'Hill note', false),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000030', 'Road-secret note', true);
INSERT INTO vet.invoices VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 1, 'aaaaaaaa-0000-4000-8000-000000000020', 10),
  ('bbbbbbbb-0000-4000-8000-000000000001', 1, 'bbbbbbbb-0000-4000-8000-000000000020', 7654.32);
INSERT INTO vet.invoice_lines VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 1, 1, 'Hill line', 10),
  ('bbbbbbbb-0000-4000-8000-000000000001', 1, 1, 'Road-secret line', 7654.32);
INSERT INTO vet.drug_stock VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'Hill drug', 5),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'Road-secret drug', 6);
DO $$
BEGIN
  IF to_regclass('vet.reminders') IS NOT NULL THEN
    INSERT INTO vet.reminders (practice_id, patient_id, body) VALUES
      ('bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000030', 'Road-secret shot');
  END IF;
END
$$;

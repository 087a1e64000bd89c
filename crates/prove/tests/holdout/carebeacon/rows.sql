INSERT INTO care.clinics (id, name) VALUES ('a1c00000-0000-4000-8000-00000000000a', 'Alder clinic'),
  ('b2c00000-0000-4000-8000-00000000000b', 'Road-secret clinic');
INSERT INTO care.drugs VALUES ('AMX', 'Amoxicillin');
INSERT INTO care.patients (clinic_id, id, email, full_name) VALUES
  ('a1c00000-0000-4000-8000-00000000000a', 'a1c00000-0000-4000-8000-00000000000a', 'ann@example.test',
  'Ann Alder'),
  ('b2c00000-0000-4000-8000-00000000000b', 'b2c00000-0000-4000-8000-00000000000b', 'bea@example.test',
  'Road-secret patient');
INSERT INTO care.visits (clinic_id, patient_id, held_on, complaint) VALUES
  ('a1c00000-0000-4000-8000-00000000000a', 'a1c00000-0000-4000-8000-00000000000a', '2026-03-01', 'cough'),
  ('b2c00000-0000-4000-8000-00000000000b', 'b2c00000-0000-4000-8000-00000000000b', '2026-03-02',
  'Road-secret complaint');
INSERT INTO care.visit_notes (clinic_id, patient_id, body) VALUES
  ('a1c00000-0000-4000-8000-00000000000a', 'a1c00000-0000-4000-8000-00000000000a', 'fine'),
  ('b2c00000-0000-4000-8000-00000000000b', 'b2c00000-0000-4000-8000-00000000000b', 'Road-secret note');
INSERT INTO care.prescriptions (clinic_id, rx_no, patient_id, drug_code, dosage) VALUES
  ('a1c00000-0000-4000-8000-00000000000a', 'RX-1001', 'a1c00000-0000-4000-8000-00000000000a', 'AMX',
  'one a day'),
  ('b2c00000-0000-4000-8000-00000000000b', 'RX-2001', 'b2c00000-0000-4000-8000-00000000000b', 'AMX',
  'Road-secret dosage');
INSERT INTO care.documents (clinic_id, title, content, share_code) VALUES
  ('a1c00000-0000-4000-8000-00000000000a', 'Leaflet', 'drink water', 'qa1'),
  ('b2c00000-0000-4000-8000-00000000000b', 'Letter', 'Road-secret letter', 'zq9');
INSERT INTO care.reminder_jobs (clinic_id, phone, message) VALUES
  ('a1c00000-0000-4000-8000-00000000000a', '100', 'come at nine'),
  ('b2c00000-0000-4000-8000-00000000000b', '200', 'Road-secret reminder');
INSERT INTO care.audit_events (clinic_id, detail) VALUES
  ('a1c00000-0000-4000-8000-00000000000a', 'login'),
  ('b2c00000-0000-4000-8000-00000000000b', 'Road-secret login');

INSERT INTO lims.labs (lab_id, lab_name) VALUES
  ('aaaa0000-0000-4000-8000-00000000000a', 'Harbour lab'),
  ('bbbb0000-0000-4000-8000-00000000000b', 'Road-secret lab');
INSERT INTO lims.analytes (code, unit) VALUES ('K', 'mmol/l'), ('NA', 'mmol/l');
INSERT INTO lims.patients (lab_id, patient_id, national_no, full_name, phone) VALUES
  ('aaaa0000-0000-4000-8000-00000000000a', 'aaaa0000-0000-4000-8000-0000000000a1', '700101', 'Ida', '1'),
  ('bbbb0000-0000-4000-8000-00000000000b', 'bbbb0000-0000-4000-8000-0000000000b1', '800202',
    'Road-secret Patient', '555-road-secret');
INSERT INTO lims.orders (lab_id, order_id, patient_id, legacy_no, note) VALUES
  ('aaaa0000-0000-4000-8000-00000000000a', 'aaaa0000-0000-4000-8000-0000000000a2',
    'aaaa0000-0000-4000-8000-0000000000a1', NULL, 'routine'),
  ('bbbb0000-0000-4000-8000-00000000000b', 'bbbb0000-0000-4000-8000-0000000000b2',
    'bbbb0000-0000-4000-8000-0000000000b1', 'OLD-77', 'Road-secret suspicion');
INSERT INTO lims.specimens (lab_id, accession, order_id, kind) VALUES
  ('aaaa0000-0000-4000-8000-00000000000a', '000001', 'aaaa0000-0000-4000-8000-0000000000a2', 'serum'),
  ('bbbb0000-0000-4000-8000-00000000000b', '000002', 'bbbb0000-0000-4000-8000-0000000000b2',
    'Road-secret csf');
INSERT INTO lims.results (lab_id, accession, code, value, critical, minutes) VALUES
  ('aaaa0000-0000-4000-8000-00000000000a', '000001', 'K', '4.1', false, 20),
  ('bbbb0000-0000-4000-8000-00000000000b', '000002', 'K', '7.9 Road-secret', true, 4711);
INSERT INTO lims.report_links (lab_id, token, order_id) VALUES
  ('bbbb0000-0000-4000-8000-00000000000b', 'q8Zk2v', 'bbbb0000-0000-4000-8000-0000000000b2');
INSERT INTO lims.messages (lab_id, body) VALUES
  ('bbbb0000-0000-4000-8000-00000000000b', 'Road-secret message');
INSERT INTO lims.instrument_slots (lab_id, instrument, during) VALUES
  ('bbbb0000-0000-4000-8000-00000000000b', 'cobas', '[2026-03-01 08:00+00,2026-03-01 12:00+00)');

-- Rows of two tenants, for the exploits in holes/.
INSERT INTO moods VALUES ('fine');
INSERT INTO people VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'ann'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bob-secret');
INSERT INTO notebooks VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'na'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'nb-secret');
INSERT INTO entries (person_id, notebook, id, body) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'na', 'aaaaaaaa-0000-4000-8000-000000000001', 'ea'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'nb-secret', 'bbbbbbbb-0000-4000-8000-000000000001', 'eb-secret');
INSERT INTO entry_versions VALUES
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000001', 1, 'old-secret');
INSERT INTO reminders VALUES ('bbbbbbbb-0000-4000-8000-000000000000', '2026-01-01', 'reminder-secret');

-- Rows of two tenants, for the exploits in holes/.
INSERT INTO common.diagnoses VALUES ('J00', 'Cold');
INSERT INTO north.patients VALUES ('aaaaaaaa-0000-4000-8000-000000000001', 'Nora');
INSERT INTO south.patients VALUES ('bbbbbbbb-0000-4000-8000-000000000001', 'Sam-secret');
INSERT INTO south.visits VALUES
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000001', 'J00', 'findings-secret');
INSERT INTO north.visits VALUES
  ('aaaaaaaa-0000-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000001', 'J00', 'fn');

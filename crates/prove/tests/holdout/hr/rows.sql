-- Rows of two tenants, for the exploits in holes/.
INSERT INTO hr.employers VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'Alpha'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'Beta-secret');
INSERT INTO hr.departments VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'it', NULL),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'it-secret', NULL);
INSERT INTO hr.employees (employer_id, staff_no, first_name, last_name) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 1, 'Ann', 'A'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 1, 'Bob', 'B-secret');
INSERT INTO hr.salaries VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 1, '2026-01-01', 1),
  ('bbbbbbbb-0000-4000-8000-000000000000', 1, '2026-01-01', 4711);
INSERT INTO hr.absences VALUES
  ('bbbbbbbb-0000-4000-8000-000000000000', 1, '2026-03-03', '2026-03-04', 'secret-reason');
INSERT INTO hr.documents VALUES ('bbbbbbbb-0000-4000-8000-000000000000', 1, 'doc-secret', '\x00');

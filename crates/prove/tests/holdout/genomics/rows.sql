-- Rows of two tenants, for the exploits in holes/.
INSERT INTO gen.institutes VALUES ('aaaaaaaa-0000-4000-8000-000000000000', 'A'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'Institute-secret');
INSERT INTO gen.datasets VALUES ('aaaaaaaa-0000-4000-8000-000000000000',
    'aaaaaaaa-0000-4000-8000-000000000001', 'Own set'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000001', 'Set-secret');
INSERT INTO gen.variants VALUES ('aaaaaaaa-0000-4000-8000-000000000000',
    'aaaaaaaa-0000-4000-8000-000000000001', 1, 'G'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000001', 1, 'allele-secret');
INSERT INTO gen.donors VALUES ('aaaaaaaa-0000-4000-8000-000000000000',
    'aaaaaaaa-0000-4000-8000-000000000002', 'Ann'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000002', 'Donor-secret');

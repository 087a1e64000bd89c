-- Rows of two tenants, for the exploits in holes/.
INSERT INTO core.pharmacies VALUES ('aaaaaaaa-0000-4000-8000-000000000000', 'A'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'Pharmacy-secret');
INSERT INTO core.customers VALUES ('aaaaaaaa-0000-4000-8000-000000000000',
    'aaaaaaaa-0000-4000-8000-000000000001', 'Ann'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000001', 'Bob-secret');
INSERT INTO core.prescriptions VALUES ('aaaaaaaa-0000-4000-8000-000000000000',
    'aaaaaaaa-0000-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000001', 'Aspirin'),
    ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000002',
    'bbbbbbbb-0000-4000-8000-000000000001', 'drug-secret');
INSERT INTO core.stock VALUES ('aaaaaaaa-0000-4000-8000-000000000000', '1', 5),
  ('bbbbbbbb-0000-4000-8000-000000000000', '1', 7);

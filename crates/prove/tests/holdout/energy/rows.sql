-- Rows of two tenants, for the exploits in holes/.
INSERT INTO grid.utilities VALUES ('aaaaaaaa-0000-4000-8000-000000000000', 'A'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'Utility-secret');
INSERT INTO grid.meters VALUES ('aaaaaaaa-0000-4000-8000-000000000000',
    'aaaaaaaa-0000-4000-8000-000000000001', 'M1', 'Own road'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000001', 'M2', 'Road-secret');
INSERT INTO grid.readings VALUES ('aaaaaaaa-0000-4000-8000-000000000000',
    'aaaaaaaa-0000-4000-8000-000000000001', '2026-02-02', 1, 'own'),
    ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000001', '2026-02-02', 2,
    'reading-secret');
INSERT INTO grid.alarms VALUES ('aaaaaaaa-0000-4000-8000-000000000000',
    'aaaaaaaa-0000-4000-8000-000000000002', 'own'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000002', 'alarm-secret');
INSERT INTO grid.contracts VALUES ('aaaaaaaa-0000-4000-8000-000000000000',
    'aaaaaaaa-0000-4000-8000-000000000001', 'Ann'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000001', 'Bob-secret');

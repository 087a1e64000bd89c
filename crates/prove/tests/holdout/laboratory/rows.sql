-- Rows of two tenants, for the exploits in holes/.
INSERT INTO lab.patients VALUES ('helix', 'aaaaaaaa-0000-4000-8000-000000000001', 'Ann'),
  ('ovum', 'bbbbbbbb-0000-4000-8000-000000000001', 'Bob-secret');
INSERT INTO lab.samples VALUES ('helix', 'aaaaaaaa-0000-4000-8000-000000000002',
    'aaaaaaaa-0000-4000-8000-000000000001'),
  ('ovum', 'bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000001');
INSERT INTO lab.results VALUES ('helix', 'aaaaaaaa-0000-4000-8000-000000000002', 'Na', '140'),
  ('ovum', 'bbbbbbbb-0000-4000-8000-000000000002', 'Na', 'result-secret');
INSERT INTO lab.instruments VALUES ('helix', 'S1', now(), ''), ('ovum', 'S2', now(), 'remark-secret');

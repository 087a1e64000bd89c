INSERT INTO cellar.varieties VALUES ('PN', 'Pinot noir'), ('RI', 'Riesling');
INSERT INTO cellar.estates VALUES ('monte', 'Monte', 'West'), ('monte-alto', 'Road-secret estate', 'East');
INSERT INTO cellar.vats VALUES ('monte', 1, 'steel', 900), ('monte-alto', 41, 'Road-secret oak', 4100);
INSERT INTO cellar.lots VALUES
  ('monte', 'L1', 'PN', 2025, 1, 3.10, 'plain'),
  ('monte-alto', 'X7', 'PN', 2025, 41, 91.73, 'Road-secret blend');
INSERT INTO cellar.tastings VALUES
  ('monte', 'L1', 'Ann', 80, 'fair'),
  ('monte-alto', 'X7', 'Bob', 97, 'Road-secret remark');
INSERT INTO cellar.press_slots VALUES
  ('monte', 1, '[2026-09-01 08:00, 2026-09-01 10:00)'),
  ('monte-alto', 1, '[2026-09-02 08:00, 2026-09-02 10:00)');
INSERT INTO cellar.lab_results VALUES
  ('monte', 'L1', '2025-11-01', 5.1, 'ok'),
  ('monte-alto', 'X7', '2025-11-02', 6.6, 'Road-secret acid');
INSERT INTO cellar.customers VALUES
  ('monte', 1, 'Corner shop', NULL),
  ('monte-alto', 88, 'Road-secret importer', 'ZZ88');
INSERT INTO cellar.allocations VALUES ('monte', 'L1', 1, 60), ('monte-alto', 'X7', 88, 1200);
INSERT INTO cellar.lot_changes (estate, verb, before) VALUES
  ('monte-alto', 'UPDATE', '{"recipe": "Road-secret old blend"}');

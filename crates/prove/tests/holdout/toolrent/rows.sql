INSERT INTO tool_kinds VALUES (1, 'Drill'), (2, 'Saw');
INSERT INTO companies VALUES (1, 'Hill Rental'), (2, 'Road-secret Rental');
INSERT INTO branches VALUES (1, 10, 'Hill'), (2, 20, 'Road-secret city');
INSERT INTO customers VALUES (1, 10, 'Hill customer', 'h@example.org'),
  (2, 20, 'Road-secret customer', 'Road-secret@example.org');
INSERT INTO tools VALUES (1, 10, 10, 1, 'Hill tool'), (2, 20, 20, 2, 'Road-secret tool');
INSERT INTO rentals VALUES (1, 10, 10, 10, '2026-01-01', NULL, 'Hill comment'),
  (2, 20, 20, 20, '2026-01-02', NULL, 'Road-secret comment');
INSERT INTO payments VALUES (1, 10, 10, 100), (2, 20, 20, 7654321);
INSERT INTO inspections VALUES (1, 10, '2026-01-01', 'Hill fine'), (2, 20, '2026-01-01', 'Road-secret crack');
INSERT INTO notes VALUES (1, 10, 'Tool', 10, 'Hill note'), (2, 20, 'Tool', 20, 'Road-secret note');
INSERT INTO accounting_exports VALUES (1, '2026-01-01', 'Hill lines'), (2, '2026-01-01', 'Road-secret lines');
DO $$
BEGIN
  IF to_regclass('export_files') IS NOT NULL THEN
    INSERT INTO export_files VALUES (2, 'march.csv', 'Road-secret file');
  END IF;
END
$$;

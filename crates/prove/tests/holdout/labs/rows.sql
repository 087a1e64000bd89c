INSERT INTO store.labs VALUES (1, 'Hill Lab'), (2, 'Road-secret Lab');
INSERT INTO store.clients VALUES (1, 'c1', 'Hill client'), (2, 'c2', 'Road-secret client');
INSERT INTO store.samples VALUES (1, 'B1', 'c1', 'Hill sample', '2026-01-01'),
  (2, 'B2', 'c2', 'Road-secret sample', '2026-01-02');
INSERT INTO store.methods VALUES (1, 'm1', 'Hill method', 10), (2, 'm2', 'Road-secret method', 20);
INSERT INTO store.results VALUES (1, 'B1', 'm1', '17', true), (2, 'B2', 'm2', 'Road-secret value', true);
INSERT INTO store.devices VALUES (1, 'S1', 'Hill device'), (2, 'S2', 'Road-secret device');
INSERT INTO store.calibrations VALUES (1, 'S1', '2026-01-01', 'Hill remark'),
  (2, 'S2', '2026-01-01', 'Road-secret remark');
INSERT INTO store.chemicals VALUES (1, 'Hill acid', 5), (2, 'Road-secret acid', 6);
DO $$
BEGIN
  IF to_regclass('store.price_list') IS NOT NULL THEN
    INSERT INTO store.price_list VALUES (2, 'Road-secret price');
  END IF;
END
$$;

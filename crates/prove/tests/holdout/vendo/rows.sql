INSERT INTO vend.error_codes VALUES ('E1', 'Coin jam');
INSERT INTO vend.operators VALUES (1, 'Road-secret Vending'), (2, 'North Vending');
INSERT INTO vend.sites VALUES (2, 1, 'North Hall', '11'), (1, 1, 'Road-secret Hall', 'Road-secret-code');
INSERT INTO vend.machines VALUES (2, 1, 1, 'S-2', '{}'), (1, 1, 1, 'Road-secret-serial', '{}');
INSERT INTO vend.products VALUES (2, '400', 'Cola', 50), (1, '400', 'Road-secret Cola', 40), (1, '500',
    'Road-secret Bar', 30);
INSERT INTO vend.slots VALUES (2, 1, 'A1', '400', 150, 9, false), (1, 1, 'A1', '400', 140, 9, false),
  (1, 1, 'A2', '500', 120, 1, false);
INSERT INTO vend.sales VALUES (1, '2026-03-03', 1, 'A1', 14077, 'Road-secret card');
INSERT INTO vend.telemetry VALUES (1, 1, '2026-05-05', 'E1', 'Road-secret reading now');
INSERT INTO vend.refills (operator_id, machine_no, driver, cash_cents) VALUES (1, 1, 'Road-secret driver',
    5000);
INSERT INTO vend.work_queue (operator_id, task) VALUES (1, 'Road-secret task');
INSERT INTO vend.api_keys VALUES (1, 'vk77', 'Road-secret-hash', 'depot'), (2, 'vk11', 'n', 'n');
DO $$ BEGIN
  IF to_regclass('vend.telemetry_archive_2025') IS NOT NULL THEN
    INSERT INTO vend.telemetry_archive_2025 VALUES (1, 1, '2025-05-05', 'E1', 'Road-secret reading');
  ELSE
    INSERT INTO vend.telemetry VALUES (1, 1, '2025-05-05', 'E1', 'Road-secret reading');
  END IF;
  IF to_regprocedure('vend.ensure_sales(int)') IS NOT NULL THEN
    EXECUTE 'SELECT vend.ensure_sales(2027)';
    INSERT INTO vend.sales VALUES (1, '2027-02-02', 1, 'A1', 100, 'Road-secret card 27');
  END IF;
END $$;

INSERT INTO lock.operators VALUES (1, 'Hill Lockers'), (2, 'Road-secret Lockers');
INSERT INTO lock.box_sizes VALUES ('S', 10), ('L', 60);
INSERT INTO lock.stations VALUES (1, 'h1', 'Hill street'), (2, 'r1', 'Road-secret street');
INSERT INTO lock.boxes VALUES (1, 'h1', 1, 'S', 'free'), (2, 'r1', 1, 'L', 'taken');
INSERT INTO lock.couriers VALUES (1, 'h-1', 'Hill rider'), (2, 'r-1', 'Road-secret rider');
INSERT INTO lock.recipients VALUES (1, 10, 'Hill person', '100'), (2, 20, 'Road-secret person', '200');
INSERT INTO lock.parcels VALUES (1, 100, 'TRK-HILL', 10, 'h1', 1, '1111', 'stored'),
  (2, 200, 'TRK-ROAD', 20, 'r1', 1, 'Road-secret code', 'stored');
INSERT INTO lock.complaints VALUES (1, 100, 'Hill words'), (2, 200, 'Road-secret words');
INSERT INTO lock.messages (operator_id, body, sent_at) VALUES (1, 'Hill text', NULL),
  (2, 'Road-secret text', '2026-03-03');
INSERT INTO lock.events VALUES
  (1, '2026-03-01', 100, 'Hill event'),
  (2, '2026-03-01', 200, 'Road-secret event');
DO $$
BEGIN
  IF to_regclass('lock.events_2028') IS NOT NULL THEN
    INSERT INTO lock.events VALUES (2, '2028-03-01', 200, 'Road-secret later');
  END IF;
  IF to_regclass('lock.complaints_closed') IS NOT NULL THEN
    INSERT INTO lock.complaints_closed VALUES (2, 200, 'Road-secret closed');
  END IF;
  IF to_regclass('lock.receipt_nr') IS NOT NULL THEN
    -- The other operator wrote forty receipts today.
    PERFORM nextval('lock.receipt_nr') FROM generate_series(1, 40);
  END IF;
END
$$;

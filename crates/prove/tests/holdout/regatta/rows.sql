INSERT INTO data.harbours VALUES ('NB', 'North Bay');
INSERT INTO data.fleets VALUES (1, 'North Sail', 'N-1'), (2, 'Road-secret Sail', 'R-2');
INSERT INTO data.boats VALUES (1, 1, 'North Star', 'NB', 100), (2, 1, 'Road-secret Boat', 'NB', 900);
INSERT INTO data.customers VALUES (1, 1, 'North Customer', '1'), (2, 1, 'Road-secret Customer', '2');
INSERT INTO data.bookings VALUES (1, 1, 1, 1, '[2026-07-01,2026-07-08)', 'n'),
  (2, 1, 1, 1, '[2026-07-01,2026-07-08)', 'Road-secret booking');
INSERT INTO data.repairs VALUES (2, 1, 1, '[2026-08-01,2026-08-03)', 'Road-secret leak');
INSERT INTO data.crew VALUES (1, 1, 'North Skipper', 'S1', true), (2, 1, 'Road-secret Skipper', 'S2', true);
INSERT INTO data.feeds VALUES (1, 'office', 'token-of-north-office'), (2, 'office', 'c9d1e0f7a8b6');
DO $$ BEGIN
  IF to_regclass('data.berths') IS NOT NULL THEN
    INSERT INTO data.berths VALUES (2, 'NB', 14, '[2026-07-01,2026-07-08)', 'Road-secret berth');
  END IF;
END $$;

INSERT INTO currencies VALUES ('NOK');
INSERT INTO organizers VALUES ('north', 'North', 'NOK'), ('road', 'Road-secret Ltd', 'NOK');
INSERT INTO venues VALUES ('north', 1, 'Hall'), ('road', 1, 'Road-secret hall');
INSERT INTO events VALUES ('north', 1, 1, 'Jazz'), ('road', 60, 1, 'Road-secret concert');
INSERT INTO customers VALUES ('north', 1, 'c@north.test'), ('road', 61, 'Road-secret@road.test');
INSERT INTO orders VALUES ('north', 1, 1, 'paid', 100, NULL), ('road', 62, 61, 'paid', 900,
  'Road-secret remark');
INSERT INTO tickets VALUES ('north', 1, 1, 'A1', 'Cid'), ('road', 62, 60, 'B7', 'Road-secret holder');
INSERT INTO discount_codes VALUES ('north', 'SPRING', 10), ('road', 'STAFF99', 99);
INSERT INTO payouts VALUES ('north', '2026-01-01', 100, 'NO1'), ('road', '2026-01-01', 900,
  'Road-secret account');

-- Rows of two tenants, for the exploits in holes/.
INSERT INTO fleet.operators VALUES (1, 'a'), (2, 'b-secret');
INSERT INTO fleet.vehicles VALUES (1, 'VA'), (2, 'VB-secret');
INSERT INTO fleet.drivers VALUES (1, 1, 'da', NULL), (2, 1, 'db-secret', 'L1');
INSERT INTO fleet.trips VALUES
  (1, 'aaaaaaaa-0000-4000-8000-000000000001', 'VA', 1),
  (2, 'bbbbbbbb-0000-4000-8000-000000000001', 'VB-secret', 1);
INSERT INTO fleet.positions VALUES (2, 'bbbbbbbb-0000-4000-8000-000000000001', '2026-01-01', '(47,11)');
INSERT INTO fleet.fuel_cards VALUES (2, '4711', 'pin-secret');

INSERT INTO ship.services VALUES ('slow', 4), ('fast', 1);
INSERT INTO ship.shippers VALUES (4, 'Amber Post'), (42, 'Basalt Post');
INSERT INTO ship.depots VALUES (4, 7, 'Northtown'), (42, 7, 'Road-secret town');
INSERT INTO ship.customers VALUES (4, 1, 'Customer one', 'Lane 1'),
  (42, 1, 'Road-secret customer', 'Road-secret street');
INSERT INTO ship.drivers VALUES (4, 7, 1, 'Driver one', '001'), (42, 7, 1, 'Road-secret driver', '002');
INSERT INTO ship.routes VALUES (4, 7, 'R1', 1, '{Lane}'), (42, 7, 'R9', 1, '{"Road-secret alley"}');
INSERT INTO ship.parcels (shipper_id, parcel_code, depot_no, customer_no, service, cod_cents, remarks) VALUES
  (4, 'PA100', 7, 1, 'slow', 0, ''), (42, 'PB200', 7, 1, 'fast', 8800, 'Road-secret remark');
INSERT INTO ship.scans VALUES (4, '2026-04-01 10:00', 'PA100', 7, 'gate'),
  (42, '2026-04-01 10:00', 'PB200', 7, 'Road-secret gate');
INSERT INTO ship.claims VALUES (42, 'PB200', 500, 'Road-secret story');
INSERT INTO ship.rate_cards VALUES (4, 'slow', 300), (42, 'slow', 299);
INSERT INTO ship.outbox (shipper_id, payload) VALUES (4, '{"to": "amber"}'), (42, '{"to": "Road-secret"}');

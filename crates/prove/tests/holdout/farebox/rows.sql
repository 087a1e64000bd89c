INSERT INTO transit.zones VALUES ('A', 'Centre'), ('B', 'Suburb');
INSERT INTO transit.operators VALUES (10, 'Alp Bus'), (20, 'Road-secret Rail');
INSERT INTO transit.depots VALUES (10, 1, 'North'), (10, 2, 'South'), (20, 1, 'Road-secret yard');
INSERT INTO transit.lines VALUES
  (10, 'L1', 1, 'Ring'), (20, 'R1', 1, 'Road-secret loop'), (20, 'R2', NULL, 'Road-secret night line');
INSERT INTO transit.inspectors VALUES (10, 1, 100, 'Ann'), (20, 1, 200, 'Road-secret Bob');
INSERT INTO transit.products VALUES (10, 'DAY', 'Day', 500), (20, 'DAY', 'Road-secret day', 700);
INSERT INTO transit.cards (operator_id, card_id, serial, holder) VALUES
  (10, 'aaaaaaaa-0000-4000-8000-00000000000a', '1000', 'Art'),
  (20, 'bbbbbbbb-0000-4000-8000-00000000000b', '2000', 'Road-secret Bea');
INSERT INTO transit.tickets (operator_id, product_code, card_id) VALUES
  (10, 'DAY', 'aaaaaaaa-0000-4000-8000-00000000000a'),
  (20, 'DAY', 'bbbbbbbb-0000-4000-8000-00000000000b');
INSERT INTO transit.validations (operator_id, validated_on, line_code, stop_name) VALUES
  (10, '2025-02-01', 'L1', 'Market'),
  (20, '2025-02-01', 'R1', 'Road-secret halt');
INSERT INTO transit.fines VALUES (10, 1, 'Tom', 6000, NULL), (20, 2, 'Road-secret Tess', 6000, NULL);

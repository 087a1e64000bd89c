INSERT INTO pawn.metals VALUES ('au750', 4500);
INSERT INTO pawn.shops VALUES (1, 'North Pawn', 2.5), (2, 'Road-secret Pawn', 3.75);
INSERT INTO pawn.customers VALUES (1, 1, 'North Customer', 'ID-1', false), (2, 1, 'Road-secret Customer',
    'ID-77', true);
INSERT INTO pawn.tickets VALUES (1, 1, 1, 5000, current_date + 9, 'open'), (2, 1, 1, 5200,
    current_date - 3, 'open'),
  (2, 41, 1, 8800, current_date + 30, 'open');
INSERT INTO pawn.items VALUES (1, 1, 1, 'ring', 'SN-1', 'au750', false, NULL),
  (2, 41, 1, 'Road-secret necklace', 'SN-77', 'au750', true, 99000);
INSERT INTO pawn.payments (shop_id, ticket_no, cents, memo) VALUES (2, 41, 300, 'Road-secret payment');
INSERT INTO pawn.outbox (shop_id, phone, body) VALUES (2, '555', 'Road-secret message');

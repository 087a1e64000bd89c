INSERT INTO wh.zones VALUES ('dry', '15-25'), ('cold', '2-8');
INSERT INTO wh.merchants VALUES (11, 'Anchor Goods'), (22, 'Beacon Goods');
INSERT INTO wh.skus (merchant_id, sku_no, code, title, grams) VALUES
  (11, 101, 'AAAA1111', 'Lamp', 300), (11, 102, 'SAME0000', 'Wire', 10),
  (22, 201, 'BBBB2222', 'Road-secret lamp', 310), (22, 202, 'SAME0000', 'Road-secret wire', 12);
INSERT INTO wh.bins VALUES (11, 'A-1', 'dry'), (22, 'B-1', 'cold');
INSERT INTO wh.stock VALUES (11, 'A-1', 101, 5), (22, 'B-1', 201, 4711);
INSERT INTO wh.kits VALUES (11, 101, 102, 1), (22, 201, 202, 2);
INSERT INTO wh.moves (merchant_id, move_no, sku_no, pieces, reason) VALUES
  (11, 1001, 101, 5, 'first'), (22, 1001, 201, 4711, 'Road-secret reason');
INSERT INTO wh.orders (merchant_id, order_no, ship_to, external_ref) VALUES
  (11, 501, 'Lane 1', 'SHOP-1'), (22, 601, 'Road-secret lane', 'SHOP-77');
INSERT INTO wh.order_lines VALUES (11, 501, 101, 1), (22, 601, 201, 3);
INSERT INTO wh.dock_slots VALUES
  (11, 1, '[2026-05-01 08:00,2026-05-01 09:00)', 'Van'),
  (22, 1, '[2026-05-02 08:00,2026-05-02 09:00)', 'Road-secret haulier');

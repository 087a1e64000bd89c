INSERT INTO shops VALUES (1, 'River Boxes'), (2, 'Road-secret Boxes');
INSERT INTO plans VALUES
  (1, 'a1000000-0000-4000-8000-000000000000', 'River monthly', 1000, false),
  (2, 'b1000000-0000-4000-8000-000000000000', 'Road-secret monthly', 7700, true);
INSERT INTO subscribers VALUES
  (1, 'a2000000-0000-4000-8000-000000000000', 'rita@x.test', 'Rita', 'River bank'),
  (2, 'b2000000-0000-4000-8000-000000000000', 'bo@road.test', 'Road-secret subscriber',
   'Road-secret address');
INSERT INTO subscriptions (shop_id, subscriber_id, plan_id) VALUES
  (1, 'a2000000-0000-4000-8000-000000000000', 'a1000000-0000-4000-8000-000000000000'),
  (2, 'b2000000-0000-4000-8000-000000000000', 'b1000000-0000-4000-8000-000000000000');
INSERT INTO boxes VALUES (1, 1, '2031-01-01', 'Water'), (2, 1, '2031-01-01', 'Road-secret theme');
INSERT INTO box_items VALUES (1, 1, 1, 'CUP', 10), (2, 1, 1, 'Road-secret-sku', 20);
INSERT INTO shipments (shop_id, box_no, subscriber_id, tracking) VALUES
  (2, 1, 'b2000000-0000-4000-8000-000000000000', 'Road-secret-tracking');
INSERT INTO coupons VALUES (2, 'SPRING', 37, 3);

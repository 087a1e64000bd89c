INSERT INTO store.kitchens VALUES (1, 'Hill'), (2, 'Road-secret kitchen');
INSERT INTO store.customers VALUES (1, 1, 'Hill customer', 'none'), (2, 1, 'Road-secret customer', 'nuts');
INSERT INTO store.menus VALUES (1, 'm1', 'Hill menu', 'Hill recipe'),
  (2, 'm1', 'Road menu', 'Road-secret recipe'),
  (2, 'm2', 'Road other', 'Road-secret sauce');
INSERT INTO store.orders (kitchen_id, order_no, customer_no, menu_code, guests, remark) VALUES
  (1, 1, 1, 'm1', 10, 'Hill remark'), (2, 7, 1, 'm1', 700, 'Road-secret remark');
INSERT INTO store.deliveries VALUES (2, 7, 'Road-secret van', '2030-01-01');
INSERT INTO store.invoices VALUES (1, 1, 1, 5), (2, 1, 7, 999.5);
INSERT INTO store.staff VALUES (1, '11', 'Hill cook', 10), (2, '22', 'Road-secret cook', 99);
INSERT INTO store.feedback VALUES (2, 7, 1, 'Road-secret complaint');

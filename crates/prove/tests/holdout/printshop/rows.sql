INSERT INTO common.paper_sorts VALUES ('a80', 80, 'Plain'), ('g200', 200, 'Gloss');
INSERT INTO common.notices VALUES (1, 'Closed on Sunday');
INSERT INTO shop_hill.customers (name, address) VALUES ('Hill client', 'Hill 1');
INSERT INTO shop_road.customers (name, address) VALUES ('Road-secret client', 'Road-secret 1');
INSERT INTO shop_hill.jobs (customer_id, title, copies) VALUES (1, 'Hill poster', 10);
INSERT INTO shop_road.jobs (customer_id, title, copies) VALUES (1, 'Road-secret poster', 20);
INSERT INTO shop_hill.proofs VALUES (1, 1, 'Hill remark');
INSERT INTO shop_road.proofs VALUES (1, 1, 'Road-secret remark');
INSERT INTO shop_hill.stock VALUES ('a80', 500);
INSERT INTO shop_road.stock VALUES ('a80', 98765);
INSERT INTO shop_hill.invoices VALUES (1, 1, 10);
INSERT INTO shop_road.invoices VALUES (1, 1, 7654.32);
INSERT INTO shop_hill.machines VALUES ('Hill press', 'H1');
INSERT INTO shop_road.machines VALUES ('Road-secret press', 'R1');
DO $$
BEGIN
  IF to_regclass('common.print_queue') IS NOT NULL THEN
    INSERT INTO common.print_queue (shop, document) VALUES ('hf_printshop_road', 'Road-secret flyer');
  END IF;
  IF to_regclass('shop_road.complaints') IS NOT NULL THEN
    INSERT INTO shop_road.complaints VALUES (1, 'Road-secret complaint');
  END IF;
END
$$;

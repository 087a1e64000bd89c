INSERT INTO parts.dealers (dealer_id, name) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'Harbour Parts'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'Road-secret Parts');
INSERT INTO parts.makers (maker, country) VALUES ('Tilla', 'SE');
INSERT INTO parts.items (dealer_id, part_no, maker, title, ean, cost) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'F-100', 'Tilla', 'Filter', '4000000000001', 4),
  ('aaaaaaaa-0000-4000-8000-000000000001', 'F-101', 'Tilla', 'Filter, new', '4000000000002', 5),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'F-100', 'Tilla', 'Road-secret filter', '4000000000003', 77.31),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'F-101', 'Tilla', 'Road-secret filter two', '4000000000004', 88);
INSERT INTO parts.stock (dealer_id, part_no, shelf, pieces) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'F-100', 'A1', 3),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'F-100', 'Road-secret shelf', 41);
INSERT INTO parts.prices (dealer_id, part_no, list_name, amount) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'F-100', 'retail', 9),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'F-100', 'Road-secret fleet', 61.17);
INSERT INTO parts.supersessions (dealer_id, old_no, new_no) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'F-099', 'F-100');
INSERT INTO parts.orders (dealer_id, order_no, customer) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'SO-1', 'Ida'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'SO-2', 'Road-secret customer');
INSERT INTO parts.order_lines (dealer_id, order_no, line_no, part_no, pieces) VALUES
  ('bbbbbbbb-0000-4000-8000-000000000002', 'SO-2', 1, 'F-100', 6);
INSERT INTO parts.import_files (dealer_id, supplier) VALUES
  ('bbbbbbbb-0000-4000-8000-000000000002', 'Road-secret supplier');

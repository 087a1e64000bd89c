INSERT INTO data.chains VALUES
  ('cccccccc-0000-4000-8000-000000000001', 'Hill'),
    ('dddddddd-0000-4000-8000-000000000002', 'Road-secret chain');
INSERT INTO data.hotels VALUES
  ('cccccccc-0000-4000-8000-000000000001', 'H1', 'Hill hotel', 'Hilltown'),
  ('dddddddd-0000-4000-8000-000000000002', 'H1', 'Road-secret hotel', 'Roadtown');
INSERT INTO data.rooms VALUES
  ('cccccccc-0000-4000-8000-000000000001', 'H1', '101', 'Hill key', 50),
  ('dddddddd-0000-4000-8000-000000000002', 'H1', '101', 'Road-secret key', 500);
INSERT INTO data.guests VALUES
  ('cccccccc-0000-4000-8000-000000000001', 1, 'Hill guest', 'HP1', false),
  ('dddddddd-0000-4000-8000-000000000002', 1, 'Road-secret guest', 'RP9', true);
INSERT INTO data.stays VALUES
  ('cccccccc-0000-4000-8000-000000000001', 'H1', '101', 1, '[2030-03-01,2030-03-04)'),
  ('dddddddd-0000-4000-8000-000000000002', 'H1', '101', 1, '[2031-03-01,2031-03-04)');
INSERT INTO data.charges VALUES
  ('cccccccc-0000-4000-8000-000000000001', 1, 1, 9, 'Hill tea'),
  ('dddddddd-0000-4000-8000-000000000002', 1, 1, 90, 'Road-secret champagne');
INSERT INTO data.wishes VALUES ('dddddddd-0000-4000-8000-000000000002', 1, 'Road-secret wish');
INSERT INTO data.waiting (chain_id, hotel_code, guest_name) VALUES
  ('dddddddd-0000-4000-8000-000000000002', 'H1', 'Road-secret waiter');

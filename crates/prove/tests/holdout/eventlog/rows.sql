-- Rows of two tenants, for the exploits in holes/.
INSERT INTO es.tenants VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'a'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'b-secret');
INSERT INTO es.event_types VALUES ('created');
INSERT INTO es.streams VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'aaaaaaaa-0000-4000-8000-000000000001', 'order'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000001', 'order-secret');
INSERT INTO es.events VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'aaaaaaaa-0000-4000-8000-000000000001', 1, 'created', '{"a":1}'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000001', 1, 'created',
    '{"b":"secret"}');

INSERT INTO bkdata.instruments VALUES ('XX01', 'Road works'), ('XX02', 'Bread');
INSERT INTO bkdata.firms VALUES ('a0000000-0000-4000-8000-000000000000', 'Aspen Brokers'),
  ('b0000000-0000-4000-8000-000000000000', 'Beech Brokers');
INSERT INTO bkdata.desks VALUES ('a0000000-0000-4000-8000-000000000000', 'main', 'Head one'),
  ('b0000000-0000-4000-8000-000000000000', 'main', 'Road-secret head');
INSERT INTO bkdata.clients VALUES ('a0000000-0000-4000-8000-000000000000', 1, 'main', 'Client one', 'low'),
  ('b0000000-0000-4000-8000-000000000000', 1, 'main', 'Road-secret client', 'high');
INSERT INTO bkdata.portfolios VALUES ('a0000000-0000-4000-8000-000000000000',
  'a0000000-0000-4000-8000-000000000001', 1, 'Pension'), ('b0000000-0000-4000-8000-000000000000',
    'b0000000-0000-4000-8000-000000000001', 1, 'Road-secret fund');
INSERT INTO bkdata.orders VALUES ('a0000000-0000-4000-8000-000000000000', 1,
  'a0000000-0000-4000-8000-000000000001', 'XX01', 'buy', 5, 'open', ''),
  ('b0000000-0000-4000-8000-000000000000', 1, 'b0000000-0000-4000-8000-000000000001', 'XX02', 'sell', 7000,
    'open', 'Road-secret memo');
INSERT INTO bkdata.fills VALUES ('a0000000-0000-4000-8000-000000000000', 1, 1, 10, 'here'),
  ('b0000000-0000-4000-8000-000000000000', 1, 1, 99, 'Road-secret venue');
INSERT INTO bkdata.watchlists VALUES ('a0000000-0000-4000-8000-000000000000', 'mine', 'Head one', false,
  '{XX01}'),
  ('b0000000-0000-4000-8000-000000000000', 'Road-secret list', 'Head two', true, '{XX02}');

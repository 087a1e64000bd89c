INSERT INTO loans.materials VALUES ('oil', 200), ('paper', 50);
INSERT INTO loans.institutions VALUES ('hill', 'Hill Museum'), ('road', 'Road-secret Museum'), ('lake',
   'Lake Gallery');
INSERT INTO loans.objects VALUES
  ('hill', '1901.1', 'Hill View', 'oil', 'good'),
  ('road', '1901.1', 'Road-secret Portrait', 'oil', 'Road-secret crack'),
  ('road', '1901.2', 'Road Etching', 'paper', 'fine'),
  ('road', '1901.3', 'Road-secret Map', 'paper', 'torn'),
  ('lake', '1901.1', 'Lake Boat', 'oil', 'good');
INSERT INTO loans.valuations VALUES
  ('hill', '1901.1', '2030-01-01', 1000, 'Hill Valuer'), ('road', '1901.1', '2030-01-01', 777123,
   'Road-secret Valuer');
INSERT INTO loans.object_shares VALUES
  ('road', '1901.2', 'hill', NULL),
  ('road', '1901.3', 'hill', '2030-01-05'),
  ('lake', '1901.1', 'hill', NULL);
INSERT INTO loans.requests VALUES ('hill', 1, 'boats', 'show'), ('road', 1, 'maps', 'Road-secret show');
INSERT INTO loans.couriers VALUES ('hill', 1, 'Hill Courier', 'P1'), ('road', 1, 'Road-secret Courier', 'P2');
INSERT INTO loans.transports VALUES
  ('hill', 1, 1, 'TR-1', '[2030-03-01,2030-03-03)', 'north'),
  ('road', 1, 1, 'TR-2', '[2030-05-01,2030-05-04)', 'Road-secret route');
INSERT INTO loans.reports VALUES
  ('hill', '1901.1', 1, 'clean'), ('road', '1901.1', 1, 'Road-secret worm');

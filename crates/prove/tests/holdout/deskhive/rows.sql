INSERT INTO desk.spaces (space, title) VALUES ('hub', 'Hub'), ('hub-road', 'Road-secret hub');
INSERT INTO desk.members VALUES
  ('hub', 'ann@hub.test', 'Ann'),
  ('hub-road', 'bo@road.test', 'Road-secret member');
INSERT INTO desk.door_codes VALUES ('hub-road', 'bo@road.test', '77-Road-secret');
INSERT INTO desk.rooms VALUES ('hub', 'Blue', 4), ('hub-road', 'Blue', 41);
INSERT INTO desk.bookings (space, room, email, during, purpose) VALUES
  ('hub-road', 'Blue', 'bo@road.test', '[2031-01-01 10:00+00,2031-01-01 12:00+00)', 'Road-secret meeting');
INSERT INTO desk.receipts (space, payer, cents) VALUES
  ('hub-road', 'Road-secret payer', 1),
  ('hub-road', 'Road-secret payer', 2),
  ('hub-road', 'Road-secret payer', 3);
INSERT INTO desk.visitors (space, full_name) VALUES ('hub-road', 'Road-secret visitor');
INSERT INTO desk.access_log VALUES ('hub-road', '2031-02-02', 'Road-secret who', 'front');

-- Rows of two tenants, for the exploits in holes/.
INSERT INTO rooms.hotels VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'A'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'B-secret');
INSERT INTO rooms.room_types VALUES ('single', 1), ('double', 2);
INSERT INTO rooms.rooms VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 1),
  ('bbbbbbbb-0000-4000-8000-000000000000', 1);
INSERT INTO rooms.guests VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'aaaaaaaa-0000-4000-8000-000000000001', 'a@example.com', NULL),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000001', 'b@example.com',
    'P-secret');
INSERT INTO rooms.bookings (hotel_id, id, room_no, guest_id, first_night, last_night) VALUES
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000002', 1,
    'bbbbbbbb-0000-4000-8000-000000000001', '2026-05-05', '2026-05-06');
INSERT INTO rooms.rates VALUES ('bbbbbbbb-0000-4000-8000-000000000000', '2026-05-05', 'single', 4711);

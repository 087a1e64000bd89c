-- Tenant A learns whose passport stayed in other hotels.
-- about: guests
-- as: ho_rooms_app
-- exploit: SET rooms.hotel = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: INSERT INTO rooms.guests (hotel_id, mail, passport) VALUES
-- exploit: ('aaaaaaaa-0000-4000-8000-000000000000', 'x', 'P-secret');
-- shows: duplicate key
CREATE UNIQUE INDEX guests_passport ON rooms.guests (passport);

-- Tenant A reads cancelled bookings of all hotels and may restore them.
-- about: bookings
-- as: ho_rooms_app
-- exploit: SET rooms.hotel = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SET rooms.hotel = 'bbbbbbbb-0000-4000-8000-000000000000';
-- exploit: UPDATE rooms.bookings SET cancelled_at = now();
-- exploit: SET rooms.hotel = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT guest_id FROM rooms.bookings;
-- shows: bbbbbbbb-0000-4000-8000-000000000001
CREATE POLICY cancelled ON rooms.bookings USING (cancelled_at IS NOT NULL);

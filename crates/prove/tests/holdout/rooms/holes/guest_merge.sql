-- Tenant A reads the guests of hotel B: a body with its own tenant setting runs as hotel B.
-- about: demo_guests
-- as: ho_rooms_app
-- exploit: SET rooms.hotel = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT passport FROM rooms.demo_guests();
-- shows: P-secret
CREATE FUNCTION rooms.demo_guests() RETURNS SETOF rooms.guests LANGUAGE sql STABLE
SET rooms.hotel = 'bbbbbbbb-0000-4000-8000-000000000000'
AS $$ SELECT * FROM rooms.guests $$;

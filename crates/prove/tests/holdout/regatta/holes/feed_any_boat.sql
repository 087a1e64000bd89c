-- A feed checks that its token exists, but then serves the fleet that the caller names.
-- about: feed, bookings
-- as: hf_regatta_app
-- exploit: SET charter.fleet_id = '1';
-- exploit: SELECT notes FROM charter.feed(2, (SELECT token FROM charter.feeds WHERE label = 'office'));
-- shows: Road-secret booking
CREATE FUNCTION charter.feed(p_fleet int, p_token text)
RETURNS TABLE (boat_no int, period daterange, notes text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = data, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM data.feeds f WHERE f.token = p_token) THEN
    RAISE EXCEPTION 'unknown feed';
  END IF;
  RETURN QUERY SELECT k.boat_no, k.period, k.notes FROM data.bookings k WHERE k.fleet_id = p_fleet;
END $$;

-- harmless: the search for free boats runs as its owner and keeps the filter for the fleet.
CREATE OR REPLACE FUNCTION charter.free_boats(p_period daterange) RETURNS SETOF charter.boats
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = data, pg_temp AS $$
  SELECT b.fleet_id, b.boat_no, b.name, b.harbour, b.day_rate FROM data.boats b
  WHERE b.fleet_id = charter.fleet()
    AND NOT EXISTS (SELECT 1 FROM data.bookings k
      WHERE k.fleet_id = b.fleet_id AND k.boat_no = b.boat_no AND k.period && p_period)
$$;
REVOKE ALL ON FUNCTION charter.free_boats(daterange) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION charter.free_boats(daterange) TO hf_regatta_app;

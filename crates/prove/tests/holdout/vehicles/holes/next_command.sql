-- Whoever asks for the next command gets the oldest one of any organization and takes it out of that one's
-- queue.
-- about: next_command, commands
-- as: hf_vehicles_app
-- exploit: SET fleet.org_id = 'alpha';
-- exploit: SELECT fleet.next_command();
-- shows: Road-secret reboot
-- The gateway takes one command after the other.
CREATE FUNCTION fleet.next_command() RETURNS text LANGUAGE sql SECURITY DEFINER
SET search_path = fleet, pg_temp AS $$
  UPDATE commands SET state = 'taken'
  WHERE (org_id, id) = (
    SELECT org_id, id FROM commands WHERE state = 'queued'
    ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED
  )
  RETURNING body
$$;

-- Inside the function the current user is its owner, so the check meant for the application is never made.
-- about: export_roll
-- as: hf_elections_app
-- exploit: SET elections.authority = 'HI0001';
-- exploit: SELECT * FROM vote.export_roll('RO0002');
-- shows: Road-secret voter
-- The auditor exports any roll, the application its own.
CREATE FUNCTION vote.export_roll(p_authority text) RETURNS TABLE (roll_no integer, name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = vote, pg_temp AS $$
BEGIN
  IF current_user = 'hf_elections_app' AND p_authority IS DISTINCT FROM authority_id() THEN
    RAISE EXCEPTION 'not your roll';
  END IF;
  RETURN QUERY SELECT v.roll_no, v.name FROM voters v WHERE v.authority_id = p_authority;
END
$$;

-- The check for the application looks at the login of the session, and holds for everybody but the auditor.
CREATE FUNCTION vote.export_roll(p_authority text) RETURNS TABLE (roll_no integer, name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = vote, pg_temp AS $$
BEGIN
  IF NOT pg_has_role(session_user, 'hf_elections_auditor', 'MEMBER')
     AND p_authority IS DISTINCT FROM authority_id() THEN
    RAISE EXCEPTION 'not your roll';
  END IF;
  RETURN QUERY SELECT v.roll_no, v.name FROM voters v
                WHERE v.authority_id = p_authority AND p_authority IS NOT NULL;
END
$$;

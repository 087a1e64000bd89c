-- The function finds the schema from the login itself, so each cooperative exports its own members.
CREATE FUNCTION common.export_members() RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF session_user NOT IN ('hf_farms_hill', 'hf_farms_road') THEN
    RAISE EXCEPTION 'no such cooperative';
  END IF;
  RETURN QUERY EXECUTE format('SELECT member_no || '','' || name || '','' || email FROM %I.members',
                              replace(session_user, 'hf_farms_', ''));
END
$$;

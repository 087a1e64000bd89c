-- The function takes the schema from its caller and reads it with its owner's rights.
-- about: export_members
-- as: hf_farms_hill
-- exploit: SELECT * FROM common.export_members('road');
-- shows: Road-secret member
CREATE FUNCTION common.export_members(p_coop text) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF p_coop NOT IN ('hill', 'road') THEN
    RAISE EXCEPTION 'no such cooperative';
  END IF;
  RETURN QUERY EXECUTE format('SELECT member_no || '','' || name || '','' || email FROM %I.members', p_coop);
END
$$;

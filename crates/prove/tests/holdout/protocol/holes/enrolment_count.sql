-- The common function reads any schema that its caller names, with its owner's rights.
-- about: common.last_subject, last_subject, subjects
-- as: hf_protocol_north
-- exploit: SELECT common.last_subject('road') AS r;
-- shows: Road-secret R-001
-- One function for all sponsors instead of a copy in each schema.
CREATE FUNCTION common.last_subject(p_schema text) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE v text;
BEGIN
  EXECUTE format('SELECT screening_no FROM %I.subjects ORDER BY id DESC LIMIT 1', p_schema) INTO v;
  RETURN v;
END $$;
REVOKE EXECUTE ON FUNCTION common.last_subject(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION common.last_subject(text) TO hf_protocol_north, hf_protocol_road;

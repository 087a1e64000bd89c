-- A common function with the rights of its caller: it reads the schema on the caller's search path, and a
-- foreign one is refused by the grants.
CREATE FUNCTION common.subject_count() RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT count(*) FROM subjects);
END $$;
REVOKE EXECUTE ON FUNCTION common.subject_count() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION common.subject_count() TO hf_protocol_north, hf_protocol_road;

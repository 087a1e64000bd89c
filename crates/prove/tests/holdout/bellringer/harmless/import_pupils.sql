-- The import with the session's school in place of the one in the rows: it writes the own pupils only.
CREATE FUNCTION import_pupils(p_rows jsonb) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
DECLARE n integer;
BEGIN
  INSERT INTO pupils (school_id, id, school_class_id, full_name)
  SELECT current_school_id(), r.id, r.school_class_id, r.full_name
  FROM jsonb_populate_recordset(NULL::pupils, p_rows) r
  ON CONFLICT (school_id, id) DO UPDATE
    SET full_name = EXCLUDED.full_name, school_class_id = EXCLUDED.school_class_id;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;
REVOKE EXECUTE ON FUNCTION import_pupils(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION import_pupils(jsonb) TO hf_bellringer_app;

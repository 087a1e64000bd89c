-- A step may be added to a file of another city: the check asks whether the file exists, and not whose it
-- is.
-- about: steps, file_exists, steps_ins
-- as: hf_permitdesk_app
-- exploit: SET app.city_id = '11';
-- exploit: INSERT INTO permits.steps VALUES (22, 'RC-9', 2, 'planted');
-- shows: INSERT 0 1

-- A clear error for wrong references.
CREATE FUNCTION permits.file_exists(p_city bigint, p_reference text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = permits, pg_temp
AS $$
  SELECT EXISTS (SELECT 1 FROM applications a WHERE a.city_id = p_city AND a.reference = p_reference)
$$;
REVOKE ALL ON FUNCTION permits.file_exists(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION permits.file_exists(bigint, text) TO hf_permitdesk_app;
DROP POLICY steps_ins ON permits.steps;
CREATE POLICY steps_ins ON permits.steps FOR INSERT TO hf_permitdesk_app
  WITH CHECK (permits.file_exists(city_id, reference));

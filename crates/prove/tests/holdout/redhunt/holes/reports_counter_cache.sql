-- A login changes the counters of other accounts' programs, as the counter cache finds the program by its
-- id alone.
-- about: bump_reports_count, reports_counter_cache, programs, reports
-- as: hf_redhunt_app
-- exploit: SET app.current_account_id = '1';
-- exploit: INSERT INTO reports (account_id, id, program_id, researcher_id, title) VALUES (1, 7, 1, 1, 'x');
-- exploit: SET app.current_account_id = '2';
-- exploit: SELECT 'count: ' || reports_count FROM programs;
-- shows: count: 3
CREATE FUNCTION bump_reports_count() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE programs SET reports_count = reports_count + 1 WHERE id = NEW.program_id;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION bump_reports_count() FROM PUBLIC;
CREATE TRIGGER reports_counter_cache AFTER INSERT ON reports
  FOR EACH ROW EXECUTE FUNCTION bump_reports_count();

-- The counter cache finds the program by account and id: harmless.
CREATE FUNCTION bump_reports_count() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE programs SET reports_count = reports_count + 1
  WHERE account_id = NEW.account_id AND id = NEW.program_id;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION bump_reports_count() FROM PUBLIC;
CREATE TRIGGER reports_counter_cache AFTER INSERT ON reports
  FOR EACH ROW EXECUTE FUNCTION bump_reports_count();

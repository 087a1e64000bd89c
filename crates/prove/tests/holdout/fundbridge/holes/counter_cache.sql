-- The counter is raised by the id of the grant alone, so reports of others count in the own grant of the
-- same id.
-- about: count_report, reports_counter, grants, reports_count, reports
-- as: hf_fundbridge_app
-- exploit: SET app.foundation_id = '1';
-- exploit: SELECT 'reports ' || reports_count AS answer FROM grants WHERE id = 1;
-- shows: reports 3
-- The list of grants counted its reports one by one.
CREATE FUNCTION count_report() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp
  AS $$
  BEGIN
    UPDATE grants SET reports_count = reports_count + 1 WHERE id = NEW.grant_id;
    RETURN NEW;
  END $$;
CREATE TRIGGER reports_counter AFTER INSERT ON reports FOR EACH ROW EXECUTE FUNCTION count_report();

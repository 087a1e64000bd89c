-- The counter is raised by the whole key of the grant, with the rights of whoever writes the report.
CREATE FUNCTION count_report() RETURNS trigger LANGUAGE plpgsql
  SET search_path = public, pg_temp
  AS $$
  BEGIN
    UPDATE grants SET reports_count = reports_count + 1
      WHERE foundation_id = NEW.foundation_id AND id = NEW.grant_id;
    RETURN NEW;
  END $$;
CREATE TRIGGER reports_counter AFTER INSERT ON reports FOR EACH ROW EXECUTE FUNCTION count_report();

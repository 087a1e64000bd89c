-- The opening reading is taken from the same utility only, so nothing of another one is copied.
CREATE FUNCTION water.take_opening() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = water, pg_temp
  AS $$
  BEGIN
    IF NEW.opening IS NULL THEN
      NEW.opening := (SELECT r.amount FROM water.readings r
        WHERE r.utility_id = NEW.utility_id AND r.serial = NEW.serial
        ORDER BY r.read_at DESC LIMIT 1);
    END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER meters_opening BEFORE INSERT ON water.meters
  FOR EACH ROW EXECUTE FUNCTION water.take_opening();

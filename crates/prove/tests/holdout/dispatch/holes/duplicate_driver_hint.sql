-- The trigger looks for the phone with its owner's rights and names the driver of another company in its
-- message.
-- about: warn_duplicate_phone, drivers
-- as: hf_dispatch_app
-- exploit: SET app.current_company_id = '7';
-- exploit: INSERT INTO drivers (company_id, name, phone) VALUES (7, 'probe', '200');
-- shows: Road-secret driver
CREATE FUNCTION warn_duplicate_phone() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_name text;
BEGIN
  SELECT d.name INTO v_name FROM drivers d
   WHERE d.phone = NEW.phone AND d.id <> NEW.id LIMIT 1;
  IF FOUND THEN
    RAISE NOTICE 'phone already used by %', v_name;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER drivers_duplicate_phone BEFORE INSERT OR UPDATE OF phone ON drivers
  FOR EACH ROW EXECUTE FUNCTION warn_duplicate_phone();

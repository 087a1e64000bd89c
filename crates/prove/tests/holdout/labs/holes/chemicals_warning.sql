-- The trigger warns of a known chemical and names the laboratory that has it, whichever that is.
-- about: chemicals, warn_chemical, labs
-- as: hf_labs_app
-- exploit: SET labs.lab_id = '1';
-- exploit: INSERT INTO api.chemicals (name, grams) VALUES ('Road-' || 'secret acid', 1);
-- shows: already in stock at Road-secret Lab
SET ROLE hf_labs_owner;
CREATE FUNCTION store.warn_chemical() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  holder text;
BEGIN
  SELECT l.name INTO holder
  FROM store.chemicals c
  JOIN store.labs l ON l.id = c.lab_id
  WHERE c.name = NEW.name
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'chemical already in stock at %', holder;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER warn_chemical BEFORE INSERT ON store.chemicals
  FOR EACH ROW EXECUTE FUNCTION store.warn_chemical();
RESET ROLE;

-- A salon enters a chip number and gets another's remark on the pet, because the trigger looks everywhere.
-- about: pets_fill_from_chip, fill_from_chip, pets
-- as: hf_snoutly_app
-- exploit: SET snoutly.salon_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: INSERT INTO pets (salon_id, owner_id, name, breed, chip)
-- exploit:   VALUES (current_salon(), 'aaaaaaaa-0000-0000-0000-000000000021', 'x', 'pug', 'chip-2')
-- exploit:   RETURNING name, temper;
-- shows: Road-secret bites
-- Saves typing: a chip that is known already fills in the rest.
CREATE FUNCTION fill_from_chip() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
AS $$
BEGIN
  IF NEW.chip IS NOT NULL AND NEW.temper IS NULL THEN
    SELECT p.temper INTO NEW.temper FROM pets p WHERE p.chip = NEW.chip LIMIT 1;
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION fill_from_chip() FROM PUBLIC;
CREATE TRIGGER pets_fill_from_chip BEFORE INSERT ON pets FOR EACH ROW EXECUTE FUNCTION fill_from_chip();

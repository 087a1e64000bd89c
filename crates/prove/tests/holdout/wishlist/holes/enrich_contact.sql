-- A new contact is filled with the name that any other organization noted for the same address.
-- about: enrich_contact, contacts
-- as: hf_wishlist_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: INSERT INTO contacts (org_id, email) VALUES (1, 'di@guest.test') RETURNING name;
-- shows: Road-secret Di
-- Contacts from the widget come with an address only; often the person is known already.
CREATE FUNCTION enrich_contact() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.name IS NULL THEN
    SELECT c.name, c.company INTO NEW.name, NEW.company FROM contacts c
    WHERE c.email = NEW.email AND c.name IS NOT NULL LIMIT 1;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER enrich_contact BEFORE INSERT ON contacts FOR EACH ROW EXECUTE FUNCTION enrich_contact();

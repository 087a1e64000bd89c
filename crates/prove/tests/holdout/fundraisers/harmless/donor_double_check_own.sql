-- Harmless: the trigger has the rights of the writer, so it looks at donors of his charities only.
CREATE FUNCTION donor_known() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE other donors;
BEGIN
  SELECT * INTO other FROM donors d
  WHERE d.charity_id = NEW.charity_id AND lower(d.email) = lower(NEW.email) AND d.id <> NEW.id LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'already known as %', other.full_name;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER donors_known BEFORE INSERT ON donors FOR EACH ROW EXECUTE FUNCTION donor_known();

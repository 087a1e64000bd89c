-- A patient may be insured with one practice only; the trigger tells which practice has the number.
-- about: insured_once, patients
-- as: hf_dental_app
-- exploit: SET request.jwt.claims = '{"sub": "ua"}';
-- exploit: INSERT INTO dental.patients VALUES (501, 99, 'probe', 'I-9');
-- shows: already a patient of Grin-secret
CREATE FUNCTION dental.insured_once() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = dental, pg_temp AS $$
DECLARE
  v_title text;
BEGIN
  SELECT t.title INTO v_title FROM dental.patients p JOIN dental.practices t USING (practice_id)
    WHERE p.insurance_no = NEW.insurance_no AND p.practice_id <> NEW.practice_id LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'already a patient of %', v_title;
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION dental.insured_once() FROM PUBLIC;
CREATE TRIGGER insured_once BEFORE INSERT OR UPDATE ON dental.patients
  FOR EACH ROW EXECUTE FUNCTION dental.insured_once();

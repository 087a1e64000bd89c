-- A login learns the phone of a patient of another laboratory by entering the national number.
-- about: fill_known_patient, patients_fill, patients
-- as: hf_pipette_app
-- exploit: SET lims.lab_id = 'aaaa0000-0000-4000-8000-00000000000a';
-- exploit: INSERT INTO lims.patients (lab_id, national_no, full_name)
-- exploit:   VALUES ('aaaa0000-0000-4000-8000-00000000000a', '800202', '?') RETURNING phone;
-- shows: 555-road-secret
CREATE FUNCTION lims.fill_known_patient() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = lims, pg_temp AS $$
BEGIN
  -- People hate to spell their number twice.
  IF NEW.phone IS NULL THEN
    SELECT p.phone INTO NEW.phone FROM lims.patients p
    WHERE p.national_no = NEW.national_no AND p.phone IS NOT NULL LIMIT 1;
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION lims.fill_known_patient() FROM PUBLIC;
CREATE TRIGGER patients_fill BEFORE INSERT ON lims.patients
  FOR EACH ROW EXECUTE FUNCTION lims.fill_known_patient();

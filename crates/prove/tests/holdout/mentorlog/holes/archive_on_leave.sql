-- When an apprentice leaves, the trigger archives the entries with the same id in every organisation.
-- about: training_archive_entries, training_logbookentry, training_apprentice_leave, training_apprentice
-- as: hf_mentorlog_app
-- exploit: SET app.organisation_id = '7';
-- exploit: UPDATE training_apprentice SET status = 'left' WHERE id = 1;
-- shows: archived 2 entries

-- The logbook may be closed for the person who sets the status, so the trigger has the rights of its owner.
CREATE FUNCTION training_archive_entries() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  n integer;
BEGIN
  UPDATE training_logbookentry SET archived = true WHERE apprentice_id = NEW.id;
  GET DIAGNOSTICS n = ROW_COUNT;
  RAISE NOTICE 'archived % entries', n;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION training_archive_entries() FROM PUBLIC;
CREATE TRIGGER training_apprentice_leave AFTER UPDATE OF status ON training_apprentice
  FOR EACH ROW WHEN (NEW.status = 'left') EXECUTE FUNCTION training_archive_entries();

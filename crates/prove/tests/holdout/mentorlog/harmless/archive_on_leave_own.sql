-- Harmless: the trigger archives the entries of this apprentice, with organisation and id compared.

CREATE FUNCTION training_archive_entries() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  UPDATE training_logbookentry SET archived = true
  WHERE organisation_id = NEW.organisation_id AND apprentice_id = NEW.id;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION training_archive_entries() FROM PUBLIC;
CREATE TRIGGER training_apprentice_leave AFTER UPDATE OF status ON training_apprentice
  FOR EACH ROW WHEN (NEW.status = 'left') EXECUTE FUNCTION training_archive_entries();

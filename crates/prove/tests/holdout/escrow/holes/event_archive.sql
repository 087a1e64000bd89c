-- The table of old events has no policies: each agency reads the events of all.
-- about: events_archive
-- as: hf_escrow_app
-- exploit: SET app.agency = 'acorn';
-- exploit: SELECT detail FROM escrow.events_archive;
-- shows: {"by": "Road-secret"}
-- Events older than a year move to an archive that has the same columns.
CREATE TABLE escrow.events_archive (LIKE escrow.events INCLUDING ALL);
INSERT INTO escrow.events_archive SELECT * FROM escrow.events;
GRANT SELECT, INSERT ON escrow.events_archive TO hf_escrow_app;
CREATE FUNCTION escrow.keep_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO escrow.events_archive (agency, event_id, deal_ref, detail)
  VALUES (NEW.agency, NEW.event_id, NEW.deal_ref, NEW.detail);
  RETURN NEW;
END
$$;
CREATE TRIGGER keep_event AFTER INSERT ON escrow.events
  FOR EACH ROW EXECUTE FUNCTION escrow.keep_event();

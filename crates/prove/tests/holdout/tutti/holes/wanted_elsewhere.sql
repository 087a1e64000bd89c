-- An ensemble is told of the concerts of all others, because the trigger writes into all mailboxes.
-- about: tell_holders, library_concert_tell, library_message, library_concert
-- as: hf_tutti_app
-- exploit: SET app.current_ensemble = '31';
-- exploit: SELECT text FROM library_message;
-- shows: Concert in Road-secret Hall
-- Librarians get a message when a concert is planned, so that they look the parts over.
CREATE FUNCTION tell_holders() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO "library_message" ("ensemble_id", "text")
  SELECT DISTINCT w."ensemble_id", 'Concert in ' || NEW."hall" || ' on ' || NEW."day"
  FROM "library_work" w
  JOIN "library_part" p ON p."work_id" = w."id" AND p."ensemble_id" = w."ensemble_id";
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION tell_holders() FROM PUBLIC;
CREATE TRIGGER "library_concert_tell" AFTER INSERT ON "library_concert"
  FOR EACH ROW EXECUTE FUNCTION tell_holders();

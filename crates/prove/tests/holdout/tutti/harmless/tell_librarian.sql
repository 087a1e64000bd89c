-- The trigger writes past row security, but only into the mailbox of the concert's own ensemble.
CREATE FUNCTION tell_librarian() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO "library_message" ("ensemble_id", "text")
  VALUES (NEW."ensemble_id", 'Concert in ' || NEW."hall" || ' on ' || NEW."day");
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION tell_librarian() FROM PUBLIC;
CREATE TRIGGER "library_concert_tell" AFTER INSERT ON "library_concert"
  FOR EACH ROW EXECUTE FUNCTION tell_librarian();

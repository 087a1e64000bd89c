-- The trigger runs with the caller's rights and counts only the licence of the same library: harmless.
CREATE FUNCTION "takeOwnCopy"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "License" SET "copiesLeft" = "copiesLeft" - 1
  WHERE "libraryId" = NEW."libraryId" AND "isbn" = NEW."isbn";
  RETURN NULL;
END $$;
CREATE TRIGGER "takeOwnCopy" AFTER INSERT ON "Loan" FOR EACH ROW
  WHEN (NEW."libraryId" = "currentLibraryId"()) EXECUTE FUNCTION "takeOwnCopy"();

-- The trigger counts the copies of all libraries down, and its error shows the row of a library without any.
-- about: takeCopy, License, Loan
-- as: hf_jacketloan_app
-- exploit: SET app.branch_id = 'lib_a';
-- exploit: INSERT INTO "Loan" ("libraryId", "id", "isbn", "readerId")
-- exploit:   VALUES ('lib_a', 'ln_a5', '978-1', 'rd_a1');
-- shows: Fjord-secret edition
CREATE FUNCTION "takeCopy"() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "License" SET "copiesLeft" = "copiesLeft" - 1 WHERE "isbn" = NEW."isbn";
  RETURN NULL;
END $$;
-- Only loans from now on are counted, old ones were counted by hand.
CREATE TRIGGER "takeCopy" AFTER INSERT ON "Loan" FOR EACH ROW
  WHEN (NEW."libraryId" = "currentLibraryId"()) EXECUTE FUNCTION "takeCopy"();

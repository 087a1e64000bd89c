-- The address of a reader is unique over all libraries, so a refused one is a reader of another library.
-- about: Reader, Reader_email_key
-- as: hf_jacketloan_app
-- exploit: SET app.branch_id = 'lib_a';
-- exploit: INSERT INTO "Reader" ("libraryId", "id", "email", "fullName", "cardNumber")
-- exploit:   VALUES ('lib_a', 'rd_a9', 'bob@b.test', 'Probe', '1009');
-- shows: duplicate key value violates unique constraint "Reader_email_key"
CREATE UNIQUE INDEX "Reader_email_key" ON "Reader" ("email");

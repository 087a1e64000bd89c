-- The column is true by default, so every library is listed, with its billing address, to all others.
-- about: Library, library_listed
-- as: hf_jacketloan_app
-- exploit: SET app.branch_id = 'lib_a';
-- exploit: SELECT "name", "billingEmail" FROM "Library";
-- shows: Fjord-secret-pay@b.test
ALTER TABLE "Library" ADD COLUMN "isListed" boolean NOT NULL DEFAULT true;
-- Readers choose their library from the list.
CREATE POLICY "library_listed" ON "Library" FOR SELECT USING ("isListed");

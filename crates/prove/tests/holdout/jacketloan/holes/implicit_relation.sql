-- The implicit relation table of the mapper has no library column and no row security: anybody reads it.
-- about: _LicenseToShelfList, ShelfListItem, ShelfList
-- as: hf_jacketloan_app
-- exploit: SET app.branch_id = 'lib_a';
-- exploit: SELECT 'list ' || "B" FROM "_LicenseToShelfList";
-- shows: list sl_b1
CREATE TABLE "_LicenseToShelfList" (
  "A" text NOT NULL,
  "B" text NOT NULL
);
CREATE UNIQUE INDEX "_LicenseToShelfList_AB_unique" ON "_LicenseToShelfList" ("A", "B");
CREATE INDEX "_LicenseToShelfList_B_index" ON "_LicenseToShelfList" ("B");
-- Old clients still write the explicit table; keep the new one in step.
CREATE FUNCTION "syncShelf"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "_LicenseToShelfList" VALUES (NEW."isbn", NEW."shelfListId") ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "syncShelf" AFTER INSERT ON "ShelfListItem" FOR EACH ROW EXECUTE FUNCTION "syncShelf"();
GRANT SELECT, INSERT, UPDATE, DELETE ON "_LicenseToShelfList" TO hf_jacketloan_app;

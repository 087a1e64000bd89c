-- The mapper's join table has the columns A and B and no vendor, and nobody thought of row level security
-- for it.
-- about: _AllergenToMenuItem, AllergenToMenuItem
-- as: hf_chowline_app
-- exploit: SET app.vendor_id = 'ven_2';
-- exploit: INSERT INTO "_AllergenToMenuItem" VALUES ('nuts', 'Road-secret-item');
-- exploit: SET app.vendor_id = 'ven_1';
-- exploit: SELECT "B" FROM "_AllergenToMenuItem";
-- shows: Road-secret-item
CREATE TABLE "Allergen" (
  "id" TEXT NOT NULL,
  CONSTRAINT "Allergen_pkey" PRIMARY KEY ("id")
);
INSERT INTO "Allergen" VALUES ('nuts'), ('milk');
CREATE TABLE "_AllergenToMenuItem" (
  "A" TEXT NOT NULL,
  "B" TEXT NOT NULL,
  CONSTRAINT "_AllergenToMenuItem_A_fkey" FOREIGN KEY ("A") REFERENCES "Allergen" ("id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "_AllergenToMenuItem_AB_unique" ON "_AllergenToMenuItem" ("A", "B");
CREATE INDEX "_AllergenToMenuItem_B_index" ON "_AllergenToMenuItem" ("B");
GRANT SELECT ON "Allergen" TO hf_chowline_app;
GRANT SELECT, INSERT, DELETE ON "_AllergenToMenuItem" TO hf_chowline_app;

-- The mapper redefines the table by a new one, a copy and a renaming; the policies went with the old table.
-- about: MenuItem
-- as: hf_chowline_app
-- exploit: SET app.vendor_id = 'ven_1';
-- exploit: SELECT "title", "costCents" FROM "MenuItem";
-- shows: Road-secret skewer
CREATE TABLE "new_MenuItem" (
  "vendorId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "categoryId" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "costCents" BIGINT NOT NULL,
  "priceCents" BIGINT NOT NULL
);
INSERT INTO "new_MenuItem" SELECT * FROM "MenuItem";
DROP TABLE "MenuItem" CASCADE;
ALTER TABLE "new_MenuItem" RENAME TO "MenuItem";
ALTER TABLE "MenuItem" ADD CONSTRAINT "MenuItem_pkey" PRIMARY KEY ("vendorId", "id");
ALTER TABLE "MenuItem" ADD CONSTRAINT "MenuItem_category_fkey" FOREIGN KEY ("vendorId", "categoryId")
  REFERENCES "MenuCategory" ("vendorId", "id") ON DELETE CASCADE;
ALTER TABLE "OrderItem" ADD CONSTRAINT "OrderItem_menuItem_fkey" FOREIGN KEY ("vendorId", "menuItemId")
  REFERENCES "MenuItem" ("vendorId", "id");
GRANT SELECT, INSERT, UPDATE, DELETE ON "MenuItem" TO hf_chowline_app;

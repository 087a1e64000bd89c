-- The same redefinition of a table, but the new one gets its row level security and policy before it is
-- granted.
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
ALTER TABLE "MenuItem" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "MenuItem" FORCE ROW LEVEL SECURITY;
CREATE POLICY "MenuItem_tenant" ON "MenuItem"
  USING ("vendorId" = "currentVendor"()) WITH CHECK ("vendorId" = "currentVendor"());
GRANT SELECT, INSERT, UPDATE, DELETE ON "MenuItem" TO hf_chowline_app;

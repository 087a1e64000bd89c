-- Food delivery. Each vendor is one tenant; the mapper's client extension sets app.vendor_id before each
-- query.
CREATE ROLE hf_chowline_app LOGIN;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO hf_chowline_app;

CREATE TYPE "OrderStatus" AS ENUM ('PENDING', 'COOKING', 'DELIVERED', 'REFUNDED');

CREATE FUNCTION "currentVendor"() RETURNS TEXT
LANGUAGE sql STABLE AS $$ SELECT NULLIF(current_setting('app.vendor_id', true), '') $$;
REVOKE EXECUTE ON FUNCTION "currentVendor"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "currentVendor"() TO hf_chowline_app;

CREATE TABLE "Cuisine" (
  "code" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  CONSTRAINT "Cuisine_pkey" PRIMARY KEY ("code")
);
CREATE TABLE "Vendor" (
  "id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "cuisineCode" TEXT,
  CONSTRAINT "Vendor_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Vendor_cuisineCode_fkey" FOREIGN KEY ("cuisineCode") REFERENCES "Cuisine" ("code")
);
CREATE TABLE "MenuCategory" (
  "vendorId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  CONSTRAINT "MenuCategory_pkey" PRIMARY KEY ("vendorId", "id"),
  CONSTRAINT "MenuCategory_vendorId_fkey" FOREIGN KEY ("vendorId") REFERENCES "Vendor" ("id") ON DELETE
    CASCADE
);
CREATE TABLE "MenuItem" (
  "vendorId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "categoryId" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "costCents" INTEGER NOT NULL,
  "priceCents" INTEGER NOT NULL,
  CONSTRAINT "MenuItem_pkey" PRIMARY KEY ("vendorId", "id"),
  CONSTRAINT "MenuItem_category_fkey" FOREIGN KEY ("vendorId", "categoryId")
    REFERENCES "MenuCategory" ("vendorId", "id") ON DELETE CASCADE
);
CREATE TABLE "Courier" (
  "vendorId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "fullName" TEXT NOT NULL,
  "phone" TEXT NOT NULL,
  CONSTRAINT "Courier_pkey" PRIMARY KEY ("vendorId", "id"),
  CONSTRAINT "Courier_vendorId_fkey" FOREIGN KEY ("vendorId") REFERENCES "Vendor" ("id")
);
CREATE TABLE "Order" (
  "vendorId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "customerName" TEXT NOT NULL,
  "customerPhone" TEXT NOT NULL,
  "status" "OrderStatus" NOT NULL DEFAULT 'PENDING',
  "courierId" TEXT,
  "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Order_pkey" PRIMARY KEY ("vendorId", "id"),
  CONSTRAINT "Order_vendorId_fkey" FOREIGN KEY ("vendorId") REFERENCES "Vendor" ("id"),
  CONSTRAINT "Order_courier_fkey" FOREIGN KEY ("vendorId", "courierId") REFERENCES "Courier" ("vendorId",
    "id")
);
CREATE TABLE "OrderItem" (
  "vendorId" TEXT NOT NULL,
  "orderId" TEXT NOT NULL,
  "menuItemId" TEXT NOT NULL,
  "quantity" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "OrderItem_pkey" PRIMARY KEY ("vendorId", "orderId", "menuItemId"),
  CONSTRAINT "OrderItem_order_fkey" FOREIGN KEY ("vendorId", "orderId")
    REFERENCES "Order" ("vendorId", "id") ON DELETE CASCADE,
  CONSTRAINT "OrderItem_menuItem_fkey" FOREIGN KEY ("vendorId", "menuItemId")
    REFERENCES "MenuItem" ("vendorId", "id")
);
CREATE TABLE "Coupon" (
  "vendorId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "percentOff" INTEGER NOT NULL,
  CONSTRAINT "Coupon_pkey" PRIMARY KEY ("vendorId", "id"),
  CONSTRAINT "Coupon_vendorId_fkey" FOREIGN KEY ("vendorId") REFERENCES "Vendor" ("id")
);
CREATE TABLE "Review" (
  "vendorId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "stars" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  CONSTRAINT "Review_pkey" PRIMARY KEY ("vendorId", "id"),
  CONSTRAINT "Review_vendorId_fkey" FOREIGN KEY ("vendorId") REFERENCES "Vendor" ("id")
);
CREATE TABLE "Payout" (
  "vendorId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "amountCents" INTEGER NOT NULL,
  "bankNote" TEXT,
  CONSTRAINT "Payout_pkey" PRIMARY KEY ("vendorId", "id"),
  CONSTRAINT "Payout_vendorId_fkey" FOREIGN KEY ("vendorId") REFERENCES "Vendor" ("id")
);

GRANT SELECT ON "Cuisine", "Vendor" TO hf_chowline_app;
ALTER TABLE "Vendor" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Vendor" FORCE ROW LEVEL SECURITY;
CREATE POLICY "Vendor_self" ON "Vendor" FOR SELECT USING ("id" = "currentVendor"());
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['MenuCategory', 'MenuItem', 'Courier', 'Order', 'OrderItem', 'Coupon', 'Review',
    'Payout']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I USING ("vendorId" = "currentVendor"())
      WITH CHECK ("vendorId" = "currentVendor"())', t || '_tenant', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_chowline_app', t);
  END LOOP;
END $$;
-- Payouts are made by the finance job, not by the application.
REVOKE INSERT, UPDATE, DELETE ON "Payout" FROM hf_chowline_app;

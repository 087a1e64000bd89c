-- Shops, what they sell, and their orders. Buyers have no account; they are names and addresses on an order.
CREATE ROLE hf_bazaar_app LOGIN;

CREATE TYPE "ShopRole" AS ENUM ('OWNER', 'STAFF', 'ACCOUNTANT');
CREATE TYPE "OrderStatus" AS ENUM ('OPEN', 'PAID', 'SHIPPED', 'REFUNDED');

CREATE TABLE "User" (
  "id" TEXT PRIMARY KEY,
  "email" TEXT NOT NULL UNIQUE
);
CREATE TABLE "Category" (
  "id" TEXT PRIMARY KEY,
  "label" TEXT NOT NULL
);
INSERT INTO "Category" VALUES ('toys', 'Toys'), ('books', 'Books');
CREATE TABLE "Shop" (
  "id" TEXT PRIMARY KEY DEFAULT gen_random_uuid()::text,
  "name" TEXT NOT NULL,
  "balance" NUMERIC(12, 2) NOT NULL DEFAULT 0
);
CREATE TABLE "ShopMember" (
  "shopId" TEXT NOT NULL REFERENCES "Shop" ("id") ON DELETE CASCADE,
  "userId" TEXT NOT NULL REFERENCES "User" ("id") ON DELETE CASCADE,
  "role" "ShopRole" NOT NULL DEFAULT 'STAFF',
  PRIMARY KEY ("shopId", "userId")
);
CREATE TABLE "ShopInvite" (
  "shopId" TEXT NOT NULL REFERENCES "Shop" ("id") ON DELETE CASCADE,
  "id" TEXT NOT NULL DEFAULT gen_random_uuid()::text,
  "email" TEXT NOT NULL,
  "role" "ShopRole" NOT NULL DEFAULT 'STAFF',
  "acceptedBy" TEXT,
  PRIMARY KEY ("shopId", "id")
);
CREATE TABLE "Product" (
  "shopId" TEXT NOT NULL REFERENCES "Shop" ("id") ON DELETE CASCADE,
  "id" TEXT NOT NULL DEFAULT gen_random_uuid()::text,
  "categoryId" TEXT NOT NULL REFERENCES "Category" ("id"),
  "sku" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "cost" NUMERIC(10, 2),
  "stock" INTEGER NOT NULL DEFAULT 0,
  "listed" BOOLEAN NOT NULL DEFAULT false,
  PRIMARY KEY ("shopId", "id"),
  UNIQUE ("shopId", "sku")
);
CREATE TABLE "Order" (
  "shopId" TEXT NOT NULL REFERENCES "Shop" ("id") ON DELETE CASCADE,
  "id" TEXT NOT NULL DEFAULT gen_random_uuid()::text,
  "buyerName" TEXT NOT NULL,
  "address" TEXT,
  "status" "OrderStatus" NOT NULL DEFAULT 'OPEN',
  "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY ("shopId", "id")
);
CREATE TABLE "OrderItem" (
  "shopId" TEXT NOT NULL,
  "orderId" TEXT NOT NULL,
  "productId" TEXT NOT NULL,
  "quantity" INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY ("shopId", "orderId", "productId"),
  FOREIGN KEY ("shopId", "orderId") REFERENCES "Order" ON DELETE CASCADE,
  FOREIGN KEY ("shopId", "productId") REFERENCES "Product"
);
CREATE TABLE "Message" (
  "shopId" TEXT NOT NULL,
  "id" TEXT NOT NULL DEFAULT gen_random_uuid()::text,
  "orderId" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  PRIMARY KEY ("shopId", "id"),
  FOREIGN KEY ("shopId", "orderId") REFERENCES "Order" ON DELETE CASCADE
);
CREATE TABLE "Payout" (
  "shopId" TEXT NOT NULL REFERENCES "Shop" ("id") ON DELETE CASCADE,
  "id" TEXT NOT NULL DEFAULT gen_random_uuid()::text,
  "amount" NUMERIC(12, 2) NOT NULL,
  "reference" TEXT NOT NULL,
  PRIMARY KEY ("shopId", "id")
);
CREATE TABLE "Attachment" (
  "shopId" TEXT NOT NULL REFERENCES "Shop" ("id") ON DELETE CASCADE,
  "path" TEXT NOT NULL,
  "size" INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY ("shopId", "path")
);

CREATE FUNCTION current_user_id() RETURNS TEXT LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'
$$;
CREATE FUNCTION has_role(p_shop TEXT, VARIADIC p_roles "ShopRole"[] DEFAULT '{OWNER,STAFF,ACCOUNTANT}')
RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM "ShopMember" m
    WHERE m."shopId" = p_shop AND m."userId" = current_user_id() AND m."role" = ANY (p_roles)
  )
$$;

ALTER TABLE "Shop" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Shop" FORCE ROW LEVEL SECURITY;
ALTER TABLE "ShopMember" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ShopMember" FORCE ROW LEVEL SECURITY;
ALTER TABLE "ShopInvite" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ShopInvite" FORCE ROW LEVEL SECURITY;
ALTER TABLE "Product" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Product" FORCE ROW LEVEL SECURITY;
ALTER TABLE "Order" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Order" FORCE ROW LEVEL SECURITY;
ALTER TABLE "OrderItem" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "OrderItem" FORCE ROW LEVEL SECURITY;
ALTER TABLE "Message" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Message" FORCE ROW LEVEL SECURITY;
ALTER TABLE "Payout" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Payout" FORCE ROW LEVEL SECURITY;
ALTER TABLE "Attachment" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Attachment" FORCE ROW LEVEL SECURITY;
CREATE POLICY "Shop_read" ON "Shop" FOR SELECT USING (has_role("id"));
CREATE POLICY "Shop_rename" ON "Shop" FOR UPDATE USING (has_role("id", 'OWNER'));
CREATE POLICY "ShopMember_read" ON "ShopMember" FOR SELECT USING (has_role("shopId"));
CREATE POLICY "ShopMember_remove" ON "ShopMember" FOR DELETE USING (has_role("shopId", 'OWNER'));
CREATE POLICY "ShopInvite_owner" ON "ShopInvite" USING (has_role("shopId", 'OWNER'));
CREATE POLICY "Product_read" ON "Product" FOR SELECT USING (has_role("shopId"));
CREATE POLICY "Product_write" ON "Product" USING (has_role("shopId", 'OWNER', 'STAFF'));
CREATE POLICY "Order_all" ON "Order" USING (has_role("shopId"));
CREATE POLICY "OrderItem_all" ON "OrderItem" USING (has_role("shopId"));
CREATE POLICY "Message_all" ON "Message" USING (has_role("shopId", 'OWNER', 'STAFF'));
CREATE POLICY "Payout_read" ON "Payout" FOR SELECT USING (has_role("shopId", 'OWNER', 'ACCOUNTANT'));
CREATE POLICY "Attachment_all" ON "Attachment" USING (has_role("shopId"));

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION current_user_id(), has_role(TEXT, "ShopRole"[]) TO hf_bazaar_app;
GRANT SELECT ON "Category", "Payout" TO hf_bazaar_app;
GRANT SELECT, UPDATE ("name") ON "Shop" TO hf_bazaar_app;
GRANT SELECT, DELETE ON "ShopMember" TO hf_bazaar_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "ShopInvite", "Product", "Order", "OrderItem", "Message", "Attachment"
  TO hf_bazaar_app;

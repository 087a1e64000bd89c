-- The history of orders has no row level security and keeps names and addresses of the buyers of all shops.
-- about: OrderEvent, order_event
-- as: hf_bazaar_app
-- exploit: SET request.jwt.claims = '{"sub":"user_a"}';
-- exploit: SELECT "data" ->> 'buyerName' FROM "OrderEvent";
-- shows: Road-secret Di
CREATE TABLE "OrderEvent" (
  "id" TEXT NOT NULL DEFAULT gen_random_uuid()::text,
  "shopId" TEXT NOT NULL,
  "orderId" TEXT NOT NULL,
  "data" JSONB NOT NULL,
  "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "OrderEvent_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "OrderEvent_shopId_orderId_idx" ON "OrderEvent" ("shopId", "orderId");
ALTER TABLE "OrderEvent" ADD CONSTRAINT "OrderEvent_shopId_orderId_fkey"
  FOREIGN KEY ("shopId", "orderId") REFERENCES "Order" ("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE FUNCTION order_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "OrderEvent" ("shopId", "orderId", "data") VALUES (NEW."shopId", NEW."id", to_jsonb(NEW));
  RETURN NULL;
END $$;
CREATE TRIGGER order_event AFTER INSERT OR UPDATE ON "Order" FOR EACH ROW EXECUTE FUNCTION order_event();
GRANT SELECT, INSERT ON "OrderEvent" TO hf_bazaar_app;

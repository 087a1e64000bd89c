-- The policy reads vendor_id from the payload, the trigger writes vendorId: a missing key counts as one's
-- own event.
-- about: OutboxEvent, OutboxEvent_tenant, writeOutbox, Order
-- as: hf_chowline_app
-- exploit: SET app.vendor_id = 'ven_1';
-- exploit: SELECT "payload" ->> 'customerName' FROM "OutboxEvent";
-- shows: Road-secret Guest
CREATE TABLE "OutboxEvent" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "type" TEXT NOT NULL,
  "payload" JSONB NOT NULL,
  "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "OutboxEvent_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "OutboxEvent" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "OutboxEvent" FORCE ROW LEVEL SECURITY;
CREATE POLICY "OutboxEvent_tenant" ON "OutboxEvent" FOR SELECT
  USING (COALESCE("payload" ->> 'vendor_id', "currentVendor"()) = "currentVendor"());
GRANT SELECT ON "OutboxEvent" TO hf_chowline_app;
CREATE FUNCTION "writeOutbox"() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO "OutboxEvent" ("type", "payload") VALUES (TG_TABLE_NAME || '.' || lower(TG_OP), to_jsonb(NEW));
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION "writeOutbox"() FROM PUBLIC;
CREATE TRIGGER "writeOutbox" AFTER INSERT OR UPDATE ON "Order"
  FOR EACH ROW EXECUTE FUNCTION "writeOutbox"();

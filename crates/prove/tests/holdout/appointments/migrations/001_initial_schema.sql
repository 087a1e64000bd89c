-- Businesses, their staff and services, and the bookings that customers make.
CREATE ROLE hf_appointments_app LOGIN;
-- The reminder job reads the bookings of all businesses; nobody else may be it.
CREATE ROLE hf_appointments_worker NOLOGIN;

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE "Business" (
  "id" TEXT PRIMARY KEY DEFAULT gen_random_uuid()::text,
  "name" TEXT NOT NULL,
  "timezone" TEXT NOT NULL DEFAULT 'UTC'
);
CREATE TABLE "StaffMember" (
  "businessId" TEXT NOT NULL REFERENCES "Business" ("id") ON DELETE CASCADE,
  "id" TEXT NOT NULL DEFAULT gen_random_uuid()::text,
  "name" TEXT NOT NULL,
  "calendarToken" TEXT,
  PRIMARY KEY ("businessId", "id")
);
CREATE TABLE "Service" (
  "businessId" TEXT NOT NULL REFERENCES "Business" ("id") ON DELETE CASCADE,
  "id" TEXT NOT NULL DEFAULT gen_random_uuid()::text,
  "title" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL DEFAULT 30,
  "price" NUMERIC(10, 2) NOT NULL DEFAULT 0,
  PRIMARY KEY ("businessId", "id")
);
CREATE TABLE "Customer" (
  "businessId" TEXT NOT NULL REFERENCES "Business" ("id") ON DELETE CASCADE,
  "id" TEXT NOT NULL DEFAULT gen_random_uuid()::text,
  "email" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  PRIMARY KEY ("businessId", "id")
);
CREATE UNIQUE INDEX "Customer_businessId_email_key" ON "Customer" ("businessId", "email");
CREATE TABLE "Booking" (
  "businessId" TEXT NOT NULL,
  "id" TEXT NOT NULL DEFAULT gen_random_uuid()::text,
  "serviceId" TEXT NOT NULL,
  "customerId" TEXT NOT NULL,
  "room" TEXT NOT NULL DEFAULT 'main',
  "during" TSTZRANGE NOT NULL,
  "status" TEXT NOT NULL DEFAULT 'confirmed',
  "note" TEXT,
  PRIMARY KEY ("businessId", "id"),
  FOREIGN KEY ("businessId", "serviceId") REFERENCES "Service" ON DELETE CASCADE,
  FOREIGN KEY ("businessId", "customerId") REFERENCES "Customer" ON DELETE CASCADE,
  CONSTRAINT "Booking_no_overlap" EXCLUDE USING gist ("businessId" WITH =, "room" WITH =, "during" WITH &&)
    WHERE ("status" = 'confirmed')
);
CREATE TABLE "Reminder" (
  "businessId" TEXT NOT NULL,
  "id" TEXT NOT NULL DEFAULT gen_random_uuid()::text,
  "bookingId" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "sentAt" TIMESTAMPTZ,
  PRIMARY KEY ("businessId", "id"),
  FOREIGN KEY ("businessId", "bookingId") REFERENCES "Booking" ON DELETE CASCADE
);
CREATE TABLE "Coupon" (
  "businessId" TEXT NOT NULL REFERENCES "Business" ("id") ON DELETE CASCADE,
  "code" TEXT NOT NULL,
  "percentOff" INTEGER NOT NULL,
  PRIMARY KEY ("businessId", "code")
);
CREATE TABLE "WebhookEndpoint" (
  "businessId" TEXT NOT NULL REFERENCES "Business" ("id") ON DELETE CASCADE,
  "id" TEXT NOT NULL DEFAULT gen_random_uuid()::text,
  "url" TEXT NOT NULL,
  "secret" TEXT NOT NULL,
  PRIMARY KEY ("businessId", "id")
);

CREATE FUNCTION current_business() RETURNS TEXT LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.business_id', true), '')
$$;

ALTER TABLE "Business" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Business" FORCE ROW LEVEL SECURITY;
CREATE POLICY "Business_tenant" ON "Business"
  USING ("id" = current_business())
  WITH CHECK ("id" = current_business());
ALTER TABLE "StaffMember" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "StaffMember" FORCE ROW LEVEL SECURITY;
CREATE POLICY "StaffMember_tenant" ON "StaffMember"
  USING ("businessId" = current_business())
  WITH CHECK ("businessId" = current_business());
ALTER TABLE "Service" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Service" FORCE ROW LEVEL SECURITY;
CREATE POLICY "Service_tenant" ON "Service"
  USING ("businessId" = current_business())
  WITH CHECK ("businessId" = current_business());
ALTER TABLE "Customer" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Customer" FORCE ROW LEVEL SECURITY;
CREATE POLICY "Customer_tenant" ON "Customer"
  USING ("businessId" = current_business())
  WITH CHECK ("businessId" = current_business());
ALTER TABLE "Booking" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Booking" FORCE ROW LEVEL SECURITY;
CREATE POLICY "Booking_tenant" ON "Booking"
  USING ("businessId" = current_business())
  WITH CHECK ("businessId" = current_business());
ALTER TABLE "Reminder" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Reminder" FORCE ROW LEVEL SECURITY;
CREATE POLICY "Reminder_tenant" ON "Reminder"
  USING ("businessId" = current_business())
  WITH CHECK ("businessId" = current_business());
ALTER TABLE "Coupon" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Coupon" FORCE ROW LEVEL SECURITY;
CREATE POLICY "Coupon_tenant" ON "Coupon"
  USING ("businessId" = current_business())
  WITH CHECK ("businessId" = current_business());
ALTER TABLE "WebhookEndpoint" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "WebhookEndpoint" FORCE ROW LEVEL SECURITY;
CREATE POLICY "WebhookEndpoint_tenant" ON "WebhookEndpoint"
  USING ("businessId" = current_business())
  WITH CHECK ("businessId" = current_business());
CREATE POLICY "Reminder_worker" ON "Reminder" TO hf_appointments_worker USING (true);
CREATE POLICY "Booking_worker" ON "Booking" FOR SELECT TO hf_appointments_worker USING (true);

GRANT SELECT, UPDATE ("name", "timezone") ON "Business" TO hf_appointments_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "StaffMember", "Service", "Customer", "Booking", "Reminder", "Coupon",
  "WebhookEndpoint" TO hf_appointments_app;
GRANT SELECT, UPDATE ("sentAt") ON "Reminder" TO hf_appointments_worker;
GRANT SELECT ON "Booking" TO hf_appointments_worker;

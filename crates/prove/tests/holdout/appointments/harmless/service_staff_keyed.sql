-- The join table of services and staff carries the business in both foreign keys and has its policy.
CREATE TABLE "ServiceStaff" (
  "businessId" TEXT NOT NULL,
  "serviceId" TEXT NOT NULL,
  "staffId" TEXT NOT NULL,
  PRIMARY KEY ("businessId", "serviceId", "staffId"),
  FOREIGN KEY ("businessId", "serviceId") REFERENCES "Service" ON DELETE CASCADE,
  FOREIGN KEY ("businessId", "staffId") REFERENCES "StaffMember" ON DELETE CASCADE
);
ALTER TABLE "ServiceStaff" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ServiceStaff" FORCE ROW LEVEL SECURITY;
CREATE POLICY "ServiceStaff_tenant" ON "ServiceStaff"
  USING ("businessId" = current_business())
  WITH CHECK ("businessId" = current_business());
GRANT SELECT, INSERT, DELETE ON "ServiceStaff" TO hf_appointments_app;

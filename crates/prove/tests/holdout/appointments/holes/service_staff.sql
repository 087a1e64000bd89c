-- The implicit join table of services and staff has no row level security: all see who offers what, and may
-- change it.
-- about: _ServiceToStaffMember, link_staff
-- as: hf_appointments_app
-- exploit: SET app.business_id = 'biz_alpha';
-- exploit: SELECT "A", "B" FROM "_ServiceToStaffMember";
-- shows: biz_beta:sv_b
-- Many-to-many between Service and StaffMember, as the schema tool writes it. New services go to all staff.
CREATE TABLE "_ServiceToStaffMember" ("A" TEXT NOT NULL, "B" TEXT NOT NULL);
CREATE UNIQUE INDEX "_ServiceToStaffMember_AB_unique" ON "_ServiceToStaffMember" ("A", "B");
CREATE INDEX "_ServiceToStaffMember_B_index" ON "_ServiceToStaffMember" ("B");
CREATE FUNCTION link_staff() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "_ServiceToStaffMember"
  SELECT NEW."businessId" || ':' || NEW."id", s."id" FROM "StaffMember" s
  WHERE s."businessId" = NEW."businessId";
  RETURN NULL;
END $$;
CREATE TRIGGER link_staff AFTER INSERT ON "Service" FOR EACH ROW EXECUTE FUNCTION link_staff();
GRANT SELECT, INSERT, UPDATE, DELETE ON "_ServiceToStaffMember" TO hf_appointments_app;

-- Tenant A learns which addresses are members elsewhere.
-- about: Member
-- as: ho_planner_app
-- exploit: SET "app.organizationId" = 'oa';
-- exploit: INSERT INTO "Member" VALUES ('oa', 'x', 'b-secret@example.com');
-- shows: duplicate key
CREATE UNIQUE INDEX "Member_email_key" ON "Member" ("email");

-- A waiting list whose reference to the course includes the school, so only own courses can be named.
CREATE TABLE "Waitlist" (
  "schoolId" text NOT NULL,
  "courseId" text NOT NULL,
  "email" text NOT NULL,
  PRIMARY KEY ("schoolId", "courseId", "email"),
  FOREIGN KEY ("schoolId", "courseId") REFERENCES "Course" ("schoolId", "id") ON DELETE CASCADE
);
ALTER TABLE "Waitlist" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Waitlist" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "Waitlist" USING ("schoolId" = current_school());
GRANT SELECT, INSERT, DELETE ON "Waitlist" TO hf_lectern_app;

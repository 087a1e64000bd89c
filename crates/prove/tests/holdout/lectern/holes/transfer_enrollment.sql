-- The waiting list refers to a course by its id alone: an accepted insert says that another school has this
-- course.
-- about: Waitlist, Course, User, Waitlist_course_fkey, Course_id_key
-- as: hf_lectern_app
-- exploit: SET app.current_school = 'sch_north';
-- exploit: INSERT INTO "Waitlist" ("schoolId", "courseId", "email") VALUES ('sch_north', 'c2',
-- exploit:   'x@north.test');
-- shows: INSERT 0 1
ALTER TABLE "Course" ADD CONSTRAINT "Course_id_key" UNIQUE ("id");
CREATE TABLE "Waitlist" (
  "schoolId" text NOT NULL REFERENCES "School",
  "courseId" text NOT NULL CONSTRAINT "Waitlist_course_fkey" REFERENCES "Course" ("id") ON DELETE CASCADE,
  "email" text NOT NULL,
  PRIMARY KEY ("schoolId", "courseId", "email")
);
ALTER TABLE "Waitlist" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Waitlist" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "Waitlist" USING ("schoolId" = current_school());
GRANT SELECT, INSERT, DELETE ON "Waitlist" TO hf_lectern_app;

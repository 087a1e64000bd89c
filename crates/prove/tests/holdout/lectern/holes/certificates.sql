-- The new table of certificates has the school's column and a policy, but row security was never switched
-- on.
-- about: Certificate, on_course_done, Enrollment
-- as: hf_lectern_app
-- exploit: SET app.current_school = 'sch_north';
-- exploit: SELECT "holder" FROM "Certificate";
-- shows: Road-secret
CREATE TABLE "Certificate" (
  "schoolId" text NOT NULL REFERENCES "School",
  "courseId" text NOT NULL,
  "holder" text NOT NULL
);
CREATE POLICY tenant_isolation ON "Certificate" USING ("schoolId" = current_school());
GRANT SELECT, INSERT ON "Certificate" TO hf_lectern_app;
-- Every new enrolment prepares its certificate.
CREATE FUNCTION on_course_done() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Certificate" VALUES (NEW."schoolId", NEW."courseId", coalesce(NEW."note", NEW."userId"));
  RETURN NEW;
END $$;
CREATE TRIGGER enrollment_certificate AFTER INSERT ON "Enrollment"
  FOR EACH ROW EXECUTE FUNCTION on_course_done();

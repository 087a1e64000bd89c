-- Without a setting the helper falls back to a wildcard that the policy takes for every school.
-- about: Enrollment, tenant_isolation, current_school
-- as: hf_lectern_app
-- exploit: RESET app.current_school;
-- exploit: SELECT "note" FROM "Enrollment";
-- shows: Road-secret note
-- The nightly progress mail runs over all schools and does not set one.
DROP POLICY tenant_isolation ON "Enrollment";
CREATE POLICY tenant_isolation ON "Enrollment"
  USING ("schoolId" = coalesce(current_school(), "schoolId"))
  WITH CHECK ("schoolId" = current_school());

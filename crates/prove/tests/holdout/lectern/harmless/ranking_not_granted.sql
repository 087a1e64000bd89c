-- A materialized view for the operators: the application has no right on it and reads a barrier view of its
-- school.
CREATE MATERIALIZED VIEW "CourseRanking" AS
  SELECT e."schoolId", e."courseId", count(*) AS "students" FROM "Enrollment" e GROUP BY 1, 2;
CREATE VIEW "MyRanking" WITH (security_barrier = true) AS
  SELECT "courseId", "students" FROM "CourseRanking" WHERE "schoolId" = current_school();
GRANT SELECT ON "MyRanking" TO hf_lectern_app;

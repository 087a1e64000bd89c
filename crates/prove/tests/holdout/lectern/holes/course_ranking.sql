-- A materialized view holds the rows of all schools, and row security cannot be put on it.
-- about: CourseRanking, Course
-- as: hf_lectern_app
-- exploit: SET app.current_school = 'sch_north';
-- exploit: SELECT "title" FROM "CourseRanking";
-- shows: Road-secret course
CREATE MATERIALIZED VIEW "CourseRanking" AS
  SELECT c."schoolId", c."title", count(*) AS "students"
  FROM "Course" c JOIN "Enrollment" e ON e."schoolId" = c."schoolId" AND e."courseId" = c."id"
  GROUP BY 1, 2;
CREATE UNIQUE INDEX ON "CourseRanking" ("schoolId", "title");
GRANT SELECT ON "CourseRanking" TO hf_lectern_app;

-- Courses, lessons, students, enrolments, quizzes and invoices of many schools.
CREATE ROLE hf_lectern_app LOGIN;

CREATE TYPE "CourseStatus" AS ENUM ('DRAFT', 'PUBLISHED', 'ARCHIVED');

-- The school of this request. Nothing when the setting is absent or empty.
CREATE FUNCTION current_school() RETURNS text LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('app.current_school', true), '') $$;
REVOKE EXECUTE ON FUNCTION current_school() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION current_school() TO hf_lectern_app;

CREATE TABLE "Country" (
  "code" char(2) PRIMARY KEY,
  "name" text NOT NULL
);

CREATE TABLE "School" (
  "id" text PRIMARY KEY,
  "name" text NOT NULL,
  "countryCode" char(2) REFERENCES "Country"
);

CREATE TABLE "User" (
  "schoolId" text NOT NULL REFERENCES "School",
  "id" text NOT NULL,
  "email" text NOT NULL,
  "name" text NOT NULL,
  "isTeacher" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("schoolId", "id"),
  UNIQUE ("schoolId", "email")
);

CREATE TABLE "Course" (
  "schoolId" text NOT NULL REFERENCES "School",
  "id" text NOT NULL,
  "slug" text NOT NULL,
  "title" text NOT NULL,
  "status" "CourseStatus" NOT NULL DEFAULT 'DRAFT',
  "priceCents" integer NOT NULL DEFAULT 0,
  PRIMARY KEY ("schoolId", "id"),
  UNIQUE ("schoolId", "slug")
);

CREATE TABLE "Lesson" (
  "schoolId" text NOT NULL,
  "id" text NOT NULL,
  "courseId" text NOT NULL,
  "title" text NOT NULL,
  "content" jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY ("schoolId", "id"),
  FOREIGN KEY ("schoolId", "courseId") REFERENCES "Course" ("schoolId", "id") ON DELETE CASCADE
);

CREATE TABLE "Enrollment" (
  "schoolId" text NOT NULL,
  "courseId" text NOT NULL,
  "userId" text NOT NULL,
  "progress" smallint NOT NULL DEFAULT 0 CHECK ("progress" BETWEEN 0 AND 100),
  "note" text,
  PRIMARY KEY ("schoolId", "courseId", "userId"),
  FOREIGN KEY ("schoolId", "courseId") REFERENCES "Course" ("schoolId", "id") ON DELETE CASCADE,
  FOREIGN KEY ("schoolId", "userId") REFERENCES "User" ("schoolId", "id") ON DELETE CASCADE
);

CREATE TABLE "Quiz" (
  "schoolId" text NOT NULL,
  "id" text NOT NULL,
  "courseId" text NOT NULL,
  "questions" jsonb NOT NULL,
  PRIMARY KEY ("schoolId", "id"),
  FOREIGN KEY ("schoolId", "courseId") REFERENCES "Course" ("schoolId", "id") ON DELETE CASCADE
);

CREATE TABLE "QuizAttempt" (
  "schoolId" text NOT NULL,
  "id" text NOT NULL,
  "quizId" text NOT NULL,
  "userId" text NOT NULL,
  "score" smallint,
  PRIMARY KEY ("schoolId", "id"),
  FOREIGN KEY ("schoolId", "quizId") REFERENCES "Quiz" ("schoolId", "id") ON DELETE CASCADE,
  FOREIGN KEY ("schoolId", "userId") REFERENCES "User" ("schoolId", "id") ON DELETE CASCADE
);

CREATE TABLE "Invoice" (
  "schoolId" text NOT NULL REFERENCES "School",
  "number" integer NOT NULL,
  "payer" text NOT NULL,
  "totalCents" integer NOT NULL,
  PRIMARY KEY ("schoolId", "number")
);

-- What a course costs and how many take it, for the page of the school.
CREATE VIEW "CourseSummary" WITH (security_invoker = true) AS
  SELECT c."schoolId", c."id", c."title", count(e."userId") AS "students"
  FROM "Course" c LEFT JOIN "Enrollment" e ON e."schoolId" = c."schoolId" AND e."courseId" = c."id"
  GROUP BY c."schoolId", c."id", c."title";

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['User', 'Course', 'Lesson', 'Enrollment', 'Quiz', 'QuizAttempt', 'Invoice'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I USING ("schoolId" = current_school())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_lectern_app', t);
  END LOOP;
END $$;

ALTER TABLE "School" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "School" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "School" USING ("id" = current_school());
GRANT SELECT ON "School", "Country", "CourseSummary" TO hf_lectern_app;

-- Architects' offices. Tables and columns are named as the object mapper names them.
CREATE ROLE hf_blueprint_app LOGIN;

CREATE FUNCTION current_office() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT NULLIF(current_setting('app.current_office', true), '')
$$;

CREATE TYPE "PhaseName" AS ENUM ('SKETCH', 'PERMIT', 'TENDER', 'SITE');

CREATE TABLE "Office" (
  "id" text PRIMARY KEY,
  "name" text NOT NULL,
  "iban" text
);

CREATE TABLE "BuildingCode" (
  "id" text PRIMARY KEY,
  "title" text NOT NULL
);

CREATE TABLE "User" (
  "officeId" text NOT NULL REFERENCES "Office" ("id"),
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "email" text NOT NULL,
  "hourlyRate" numeric(8, 2),
  PRIMARY KEY ("officeId", "id"),
  UNIQUE ("officeId", "email")
);

CREATE TABLE "Client" (
  "officeId" text NOT NULL REFERENCES "Office" ("id"),
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "name" text NOT NULL,
  PRIMARY KEY ("officeId", "id")
);

CREATE TABLE "Project" (
  "officeId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "clientId" text NOT NULL,
  "title" text NOT NULL,
  "phase" "PhaseName" NOT NULL DEFAULT 'SKETCH',
  "budget" numeric(14, 2),
  "deletedAt" timestamp(3),
  PRIMARY KEY ("officeId", "id"),
  FOREIGN KEY ("officeId", "clientId") REFERENCES "Client" ("officeId", "id")
);

-- A row lets the office in "guestId" read one project of "officeId" with its drawings.
CREATE TABLE "ProjectShare" (
  "officeId" text NOT NULL,
  "projectId" text NOT NULL,
  "guestId" text NOT NULL,
  "until" date NOT NULL,
  PRIMARY KEY ("officeId", "projectId", "guestId"),
  FOREIGN KEY ("officeId", "projectId") REFERENCES "Project" ("officeId", "id") ON DELETE CASCADE
);

CREATE TABLE "Drawing" (
  "officeId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "projectId" text NOT NULL,
  "sheet" text NOT NULL,
  "fileKey" text NOT NULL,
  PRIMARY KEY ("officeId", "id"),
  UNIQUE ("officeId", "projectId", "sheet"),
  FOREIGN KEY ("officeId", "projectId") REFERENCES "Project" ("officeId", "id") ON DELETE CASCADE
);

CREATE TABLE "Review" (
  "officeId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "drawingId" text NOT NULL,
  "comment" text NOT NULL,
  PRIMARY KEY ("officeId", "id"),
  FOREIGN KEY ("officeId", "drawingId") REFERENCES "Drawing" ("officeId", "id") ON DELETE CASCADE
);

CREATE TABLE "TimeEntry" (
  "officeId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "userId" text NOT NULL,
  "projectId" text NOT NULL,
  "hours" numeric(5, 2) NOT NULL,
  "note" text,
  PRIMARY KEY ("officeId", "id"),
  FOREIGN KEY ("officeId", "userId") REFERENCES "User" ("officeId", "id"),
  FOREIGN KEY ("officeId", "projectId") REFERENCES "Project" ("officeId", "id")
);

CREATE TABLE "Invoice" (
  "officeId" text NOT NULL,
  "number" text NOT NULL,
  "projectId" text NOT NULL,
  "total" numeric(14, 2) NOT NULL,
  "text" text,
  PRIMARY KEY ("officeId", "number"),
  FOREIGN KEY ("officeId", "projectId") REFERENCES "Project" ("officeId", "id")
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['User', 'Client', 'Project', 'ProjectShare', 'Drawing', 'Review', 'TimeEntry',
    'Invoice']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY office ON %I USING ("officeId" = current_office())
      WITH CHECK ("officeId" = current_office())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_blueprint_app', t);
  END LOOP;
END $$;
ALTER TABLE "Office" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Office" FORCE ROW LEVEL SECURITY;
CREATE POLICY office ON "Office" FOR SELECT USING ("id" = current_office());
GRANT SELECT ON "Office", "BuildingCode" TO hf_blueprint_app;

-- Guests see the row that lets them in, and the drawings of that project, for reading only.
CREATE POLICY guest ON "ProjectShare" FOR SELECT USING ("guestId" = current_office());
CREATE POLICY guest ON "Drawing" FOR SELECT USING (EXISTS (
  SELECT 1 FROM "ProjectShare" s WHERE s."officeId" = "Drawing"."officeId"
    AND s."projectId" = "Drawing"."projectId"
    AND s."guestId" = current_office() AND s."until" >= current_date));

CREATE VIEW "ProjectHours" WITH (security_invoker = true) AS
  SELECT p."officeId", p."id", p."title", sum(t."hours") AS "hours"
  FROM "Project" p JOIN "TimeEntry" t ON t."officeId" = p."officeId" AND t."projectId" = p."id"
  GROUP BY p."officeId", p."id", p."title";
GRANT SELECT ON "ProjectHours" TO hf_blueprint_app;

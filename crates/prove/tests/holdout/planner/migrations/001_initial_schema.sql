-- A planner made with an object mapper: quoted names in mixed case, text keys, enums, join tables.

CREATE ROLE ho_planner_app LOGIN;

CREATE TYPE "TaskState" AS ENUM ('OPEN', 'DOING', 'DONE');
CREATE TABLE "Organization" (
  "id" text PRIMARY KEY,
  "name" text NOT NULL,
  "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE "Member" (
  "organizationId" text NOT NULL REFERENCES "Organization" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "id" text NOT NULL,
  "email" text NOT NULL,
  PRIMARY KEY ("organizationId", "id")
);
CREATE UNIQUE INDEX "Member_organizationId_email_key" ON "Member" ("organizationId", "email");
CREATE TABLE "Project" (
  "organizationId" text NOT NULL REFERENCES "Organization" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "id" text NOT NULL,
  "title" text NOT NULL,
  PRIMARY KEY ("organizationId", "id")
);
CREATE TABLE "Task" (
  "organizationId" text NOT NULL,
  "id" text NOT NULL,
  "projectId" text NOT NULL,
  "assigneeId" text,
  "state" "TaskState" NOT NULL DEFAULT 'OPEN',
  "title" text NOT NULL,
  "dueAt" timestamp(3),
  PRIMARY KEY ("organizationId", "id"),
  FOREIGN KEY ("organizationId", "projectId") REFERENCES "Project" ("organizationId", "id") ON DELETE CASCADE,
  FOREIGN KEY ("organizationId", "assigneeId") REFERENCES "Member" ("organizationId", "id")
);
CREATE TABLE "Label" (
  "organizationId" text NOT NULL REFERENCES "Organization" ("id") ON DELETE CASCADE,
  "id" text NOT NULL,
  "name" text NOT NULL,
  PRIMARY KEY ("organizationId", "id")
);
CREATE TABLE "_LabelToTask" (
  "organizationId" text NOT NULL,
  "A" text NOT NULL,
  "B" text NOT NULL,
  PRIMARY KEY ("organizationId", "A", "B"),
  FOREIGN KEY ("organizationId", "A") REFERENCES "Label" ("organizationId", "id") ON DELETE CASCADE,
  FOREIGN KEY ("organizationId", "B") REFERENCES "Task" ("organizationId", "id") ON DELETE CASCADE
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Member', 'Project', 'Task', 'Label', '_LabelToTask'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY "tenantIsolation" ON %I
      USING ("organizationId" = current_setting('app.organizationId', true))$p$, t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO ho_planner_app', t);
  END LOOP;
END $$;
ALTER TABLE "Organization" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON "Organization" USING ("id" = current_setting('app.organizationId', true));
GRANT SELECT ON "Organization" TO ho_planner_app;

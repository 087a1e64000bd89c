-- Tomorrow's table is open to every login, because the default rights give it to everybody.
-- about: default, PUBLIC, public
-- as: ho_planner_app
-- exploit: SET "app.organizationId" = 'oa';
-- exploit: \c - postgres
-- exploit: INSERT INTO "Invoice" VALUES ('ob', 'i', 4711);
-- exploit: \c - ho_planner_app
-- exploit: SELECT total FROM "Invoice";
-- shows: (^|\n)4711
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC;
CREATE TABLE "Invoice" (
  "organizationId" text NOT NULL REFERENCES "Organization" ("id"), "id" text NOT NULL, "total" integer NOT
    NULL,
  PRIMARY KEY ("organizationId", "id"));

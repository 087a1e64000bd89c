-- Tenant A reads the comments of all organisations: the mapper made the table, nobody made its policy.
-- about: Comment
-- as: ho_planner_app
-- exploit: SET "app.organizationId" = 'oa';
-- exploit: INSERT INTO "Comment" VALUES ('ob', 'c', 'tb', 'comment-secret');
-- exploit: SELECT body FROM "Comment";
-- shows: comment-secret
CREATE TABLE "Comment" (
  "organizationId" text NOT NULL, "id" text NOT NULL, "taskId" text NOT NULL, "body" text NOT NULL,
  PRIMARY KEY ("organizationId", "id"),
  FOREIGN KEY ("organizationId", "taskId") REFERENCES "Task" ("organizationId", "id") ON DELETE CASCADE);
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ho_planner_app;

-- Tenant A reads the finished tasks of all organisations for a public statistic.
-- about: Task
-- as: ho_planner_app
-- exploit: SET "app.organizationId" = 'oa';
-- exploit: SELECT title FROM "Task";
-- shows: TB-secret
CREATE POLICY done ON "Task" FOR SELECT USING ("state" = 'DONE');

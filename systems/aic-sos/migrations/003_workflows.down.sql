-- Lost: all workflows, their versions, policies and policy bindings.

DROP FUNCTION IF EXISTS publish_workflow_version(uuid, uuid);
DROP FUNCTION IF EXISTS set_actor(uuid);
DROP TABLE IF EXISTS policy_bindings;
DROP TABLE IF EXISTS policies;
ALTER TABLE IF EXISTS workflows DROP CONSTRAINT IF EXISTS workflows_latest_version_id_fkey;
DROP TABLE IF EXISTS workflow_versions;
DROP TABLE IF EXISTS workflows;
DROP FUNCTION IF EXISTS guard_version();
DROP TYPE IF EXISTS approval_status;
DROP TYPE IF EXISTS step_status;
DROP TYPE IF EXISTS run_status;

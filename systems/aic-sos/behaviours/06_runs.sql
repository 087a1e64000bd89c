-- Runs and steps: how they start, where their status may go, and what they may store.

INSERT INTO tenants (tenant_id, name, region) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Alder Works', 'us-east-1'),
  ('b0000000-0000-4000-8000-000000000001', 'Birch Labs', 'eu-west-1');
INSERT INTO workspaces (workspace_id, tenant_id, name, region) VALUES
  ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'main', 'us-east-1'),
  ('a1000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001', 'lab', 'us-east-1'),
  ('b1000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'main', 'eu-west-1');
INSERT INTO principals (principal_id, tenant_id, type, email) VALUES
  ('a2000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'human',
    'alice@alder.example.com'),
  ('b2000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'human',
    'boris@birch.example.com');
INSERT INTO workflows (workflow_id, tenant_id, workspace_id, name) VALUES
  ('a3000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'triage'),
  ('b3000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001',
    'b1000000-0000-4000-8000-000000000001', 'intake');
INSERT INTO workflow_versions (
  workflow_version_id, tenant_id, workflow_id, version, definition_yaml, model_pin) VALUES
  ('a4000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
    'a3000000-0000-4000-8000-000000000001', '1.0.0', 'steps: []', '{}'),
  ('a4000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001',
    'a3000000-0000-4000-8000-000000000001', '1.1.0', 'steps: []', '{}'),
  ('b4000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001',
    'b3000000-0000-4000-8000-000000000001', '1.0.0', 'steps: []', '{}');
SELECT publish_workflow_version(
  'a4000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000001');
SELECT publish_workflow_version(
  'b4000000-0000-4000-8000-000000000001', 'b2000000-0000-4000-8000-000000000001');
INSERT INTO runs (run_id, tenant_id, workspace_id, workflow_version_id, trigger_type) VALUES
  ('a5000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'a4000000-0000-4000-8000-000000000001', 'manual'),
  ('b5000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001',
    'b1000000-0000-4000-8000-000000000001', 'b4000000-0000-4000-8000-000000000001', 'manual');
INSERT INTO steps (step_id, run_id, tenant_id, workspace_id, step_name, step_type, sequence) VALUES
  ('a6000000-0000-4000-8000-000000000001', 'a5000000-0000-4000-8000-000000000001',
    'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'sort', 'llm_call', 1),
  ('b6000000-0000-4000-8000-000000000001', 'b5000000-0000-4000-8000-000000000001',
    'b0000000-0000-4000-8000-000000000001', 'b1000000-0000-4000-8000-000000000001', 'sort', 'llm_call', 1);

-- case: a run needs a published version
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_run_status'::regproc),
--   'v.is_published AND', ''); END $do$
-- expect: error 23514 a run needs a published version
SELECT start_run('a4000000-0000-4000-8000-000000000002', 'manual');
-- expect: error 23514 a run needs a published version
UPDATE runs SET workflow_version_id = 'a4000000-0000-4000-8000-000000000002'
WHERE run_id = 'a5000000-0000-4000-8000-000000000001';

-- case: a run stays in the workspace of its workflow
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_run_status'::regproc),
--   'AND w.workspace_id = NEW.workspace_id', ''); END $do$
-- expect: error 23514 a workflow in its workspace
INSERT INTO runs (tenant_id, workspace_id, workflow_version_id, trigger_type)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000002',
  'a4000000-0000-4000-8000-000000000001', 'manual');

-- case: a run takes no version and no principal of another tenant
-- guard: DROP TRIGGER runs_same_tenant ON runs; DROP TRIGGER runs_guard_status ON runs
-- expect: error 23514
INSERT INTO runs (tenant_id, workspace_id, workflow_version_id, trigger_type)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001',
  'b4000000-0000-4000-8000-000000000001', 'manual');
-- expect: error 23503 another tenant_id
UPDATE runs SET triggered_by = 'b2000000-0000-4000-8000-000000000001'
WHERE run_id = 'a5000000-0000-4000-8000-000000000001';

-- case: a run begins as queued, a step as ready
-- guard: DROP TRIGGER runs_guard_status ON runs
-- guard: DROP TRIGGER steps_guard_status ON steps
-- expect: error 23514 begins as queued
INSERT INTO runs (tenant_id, workspace_id, workflow_version_id, trigger_type, status)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001',
  'a4000000-0000-4000-8000-000000000001', 'manual', 'succeeded');
-- expect: error 23514 begins as ready
INSERT INTO steps (run_id, tenant_id, workspace_id, step_name, step_type, sequence, status)
VALUES ('a5000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
  'a1000000-0000-4000-8000-000000000001', 'done', 'llm_call', 2, 'succeeded');

-- case: the graph of statuses
-- guard: CREATE OR REPLACE FUNCTION allowed_statuses(status text) RETURNS text[] LANGUAGE sql IMMUTABLE
--   RETURN '{running,waiting_approval,succeeded,failed_retryable,failed_terminal,canceled}'::text[]
-- expect: rows
--   queued | running canceled
--   running | waiting_approval succeeded failed_retryable failed_terminal canceled
--   waiting_approval | running failed_terminal canceled
--   succeeded | the end
--   failed_retryable | queued ready running failed_terminal canceled
--   failed_terminal | the end
--   canceled | the end
SELECT s, coalesce(nullif(array_to_string(allowed_statuses(s::text), ' '), ''), 'the end')
FROM unnest(enum_range(NULL::run_status)) AS s;

-- case: a run moves along its graph only, and a finished one stays finished
-- guard: DROP TRIGGER runs_guard_status ON runs
-- expect: error 23514 a run cannot go from queued to succeeded
UPDATE runs SET status = 'succeeded' WHERE run_id = 'a5000000-0000-4000-8000-000000000001';
-- expect: 1
UPDATE runs SET status = 'running' WHERE run_id = 'a5000000-0000-4000-8000-000000000001';
-- expect: 1
UPDATE runs SET status = 'failed_retryable' WHERE run_id = 'a5000000-0000-4000-8000-000000000001';
-- expect: 1
UPDATE runs SET status = 'queued' WHERE run_id = 'a5000000-0000-4000-8000-000000000001';
-- expect: 1
UPDATE runs SET status = 'canceled' WHERE run_id = 'a5000000-0000-4000-8000-000000000001';
-- expect: error 23514 a run cannot go from canceled to running
UPDATE runs SET status = 'running' WHERE run_id = 'a5000000-0000-4000-8000-000000000001';

-- case: a step moves along its graph only, and a finished one stays finished
-- guard: DROP TRIGGER steps_guard_status ON steps
-- expect: error 23514 a step cannot go from ready to succeeded
UPDATE steps SET status = 'succeeded' WHERE step_id = 'a6000000-0000-4000-8000-000000000001';
-- expect: 1
UPDATE steps SET status = 'running' WHERE step_id = 'a6000000-0000-4000-8000-000000000001';
-- expect: 1
UPDATE steps SET status = 'failed_terminal' WHERE step_id = 'a6000000-0000-4000-8000-000000000001';
-- expect: error 23514 a step cannot go from failed_terminal to ready
UPDATE steps SET status = 'ready' WHERE step_id = 'a6000000-0000-4000-8000-000000000001';

-- case: the database tells when a run and a step started and finished
-- guard: DROP TRIGGER runs_guard_status ON runs
-- guard: DROP TRIGGER steps_guard_status ON steps
UPDATE runs SET status = 'running';
UPDATE steps SET status = 'running';
-- expect: 4
SELECT (SELECT count(*) FROM runs WHERE started_at = now() AND finished_at IS NULL)
  + (SELECT count(*) FROM steps WHERE started_at = now() AND finished_at IS NULL);
UPDATE runs SET status = 'succeeded';
UPDATE steps SET status = 'succeeded';
-- expect: 4
SELECT (SELECT count(*) FROM runs WHERE finished_at >= started_at)
  + (SELECT count(*) FROM steps WHERE finished_at >= started_at);

-- case: a run does not finish before it started
-- guard: ALTER TABLE runs DROP CONSTRAINT runs_finished_at_check
-- expect: error 23514
UPDATE runs SET started_at = now(), finished_at = now() - interval '1 minute';

-- case: an idempotency key starts one run
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('start_run'::regproc),
--   'idempotency_key = run_key', 'run_id IS NOT NULL LIMIT 1'); END $do$
SELECT start_run('a4000000-0000-4000-8000-000000000001', 'webhook', 'delivery-1');
-- expect: 1
SELECT count(*) FROM start_run('a4000000-0000-4000-8000-000000000001', 'webhook', 'delivery-1') AS again
JOIN runs ON run_id = again AND idempotency_key = 'delivery-1';
-- expect: 1
SELECT count(*) FROM runs WHERE idempotency_key = 'delivery-1';

-- case: an idempotency key is not used twice by writing the run directly either
-- guard: DROP INDEX runs_tenant_workspace_idempotency_key
INSERT INTO runs (tenant_id, workspace_id, workflow_version_id, trigger_type, idempotency_key)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001',
  'a4000000-0000-4000-8000-000000000001', 'webhook', 'delivery-1');
-- expect: error 23505
INSERT INTO runs (tenant_id, workspace_id, workflow_version_id, trigger_type, idempotency_key)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001',
  'a4000000-0000-4000-8000-000000000001', 'webhook', 'delivery-1');

-- case: one idempotency key serves each tenant for itself
-- guard: CREATE UNIQUE INDEX other ON runs (idempotency_key)
SELECT start_run('a4000000-0000-4000-8000-000000000001', 'webhook', 'delivery-1');
-- expect: 1
SELECT count(*) FROM start_run('b4000000-0000-4000-8000-000000000001', 'webhook', 'delivery-1');
-- expect: 2
SELECT count(*) FROM runs WHERE idempotency_key = 'delivery-1';

-- case: runs without an idempotency key are as many as are started
-- guard: CREATE UNIQUE INDEX other ON runs (workflow_version_id, idempotency_key) NULLS NOT DISTINCT
-- expect: 1
SELECT count(*) FROM start_run('a4000000-0000-4000-8000-000000000001', 'manual');
-- expect: 1
SELECT count(*) FROM start_run('a4000000-0000-4000-8000-000000000001', 'manual');

-- case: a run knows who started it
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('start_run'::regproc),
--   'app_setting_uuid(''app.principal_id'')', 'NULL'); END $do$
SELECT set_config('app.principal_id', 'a2000000-0000-4000-8000-000000000001', true);
SELECT start_run('a4000000-0000-4000-8000-000000000001', 'manual', 'by alice');
-- expect: a2000000-0000-4000-8000-000000000001
SELECT triggered_by FROM runs WHERE idempotency_key = 'by alice';

-- case: triggers, steps and tools are of the known kinds
-- guard: ALTER TABLE runs DROP CONSTRAINT runs_trigger_type_check
-- guard: ALTER TABLE steps DROP CONSTRAINT steps_step_type_check
-- guard: ALTER TABLE tool_calls DROP CONSTRAINT tool_calls_tool_type_check
-- expect: error 23514
SELECT start_run('a4000000-0000-4000-8000-000000000001', 'carrier pigeon');
-- expect: error 23514
UPDATE steps SET step_type = 'miracle';
-- expect: error 23514
INSERT INTO tool_calls (run_id, step_id, tenant_id, tool_type, tool_name, input_data)
VALUES ('a5000000-0000-4000-8000-000000000001', 'a6000000-0000-4000-8000-000000000001',
  'a0000000-0000-4000-8000-000000000001', 'shell', 'ls', '{}');

-- case: the steps of a run are numbered, and tried a number of times
-- guard: ALTER TABLE steps DROP CONSTRAINT steps_run_id_sequence_key
-- guard: ALTER TABLE steps DROP CONSTRAINT steps_retry_count_check
-- expect: error 23505
INSERT INTO steps (run_id, tenant_id, workspace_id, step_name, step_type, sequence)
VALUES ('a5000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
  'a1000000-0000-4000-8000-000000000001', 'again', 'llm_call', 1);
-- expect: error 23514
UPDATE steps SET retry_count = -1;

-- case: a step and a tool call belong to a run of their tenant, and to each other
-- guard: DROP TRIGGER steps_same_tenant ON steps
-- guard: DROP TRIGGER tool_calls_same_tenant ON tool_calls
-- expect: error 23503 another tenant_id
INSERT INTO steps (run_id, tenant_id, workspace_id, step_name, step_type, sequence)
VALUES ('b5000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
  'a1000000-0000-4000-8000-000000000001', 'intruder', 'llm_call', 2);
-- expect: error 23503 another tenant_id
INSERT INTO tool_calls (run_id, step_id, tenant_id, tool_type, tool_name, input_data)
VALUES ('a5000000-0000-4000-8000-000000000001', 'b6000000-0000-4000-8000-000000000001',
  'a0000000-0000-4000-8000-000000000001', 'llm', 'summarise', '{}');
-- expect: error 23503 another run_id
INSERT INTO tool_calls (run_id, step_id, tenant_id, tool_type, tool_name, input_data)
VALUES (start_run('a4000000-0000-4000-8000-000000000001', 'manual'), 'a6000000-0000-4000-8000-000000000001',
  'a0000000-0000-4000-8000-000000000001', 'llm', 'summarise', '{}');

-- case: a workspace that keeps metadata only stores no contents, at any depth
-- guard: DROP TRIGGER runs_metadata_only ON runs
-- guard: DROP TRIGGER steps_metadata_only ON steps
-- guard: DROP TRIGGER tool_calls_metadata_only ON tool_calls
-- expect: error 23514 metadata only
SELECT start_run('a4000000-0000-4000-8000-000000000001', 'manual', NULL, '{"body": "Dear all"}');
-- expect: error 23514 metadata only
UPDATE runs SET output_metadata = '{"answers": [{"completion": "Certainly"}]}';
-- expect: error 23514 metadata only
UPDATE steps SET input_metadata = '{"prompt": "Summarise"}';
-- expect: error 23514 metadata only
INSERT INTO tool_calls (run_id, step_id, tenant_id, tool_type, tool_name, input_data)
VALUES ('a5000000-0000-4000-8000-000000000001', 'a6000000-0000-4000-8000-000000000001',
  'a0000000-0000-4000-8000-000000000001', 'llm', 'summarise', '{"messages": [{"content": "Hello"}]}');
-- expect: error 23514 metadata only
INSERT INTO tool_calls (run_id, step_id, tenant_id, tool_type, tool_name, input_data, usage_metadata)
VALUES ('a5000000-0000-4000-8000-000000000001', 'a6000000-0000-4000-8000-000000000001',
  'a0000000-0000-4000-8000-000000000001', 'llm', 'summarise', '{}', '{"last": {"content": "Hello"}}');

-- case: lengths and digests of contents are metadata
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_metadata_only'::regproc),
--   '@.prompt', '@.prompt_tokens'); END $do$
-- expect: 1
INSERT INTO tool_calls (run_id, step_id, tenant_id, tool_type, tool_name, input_data)
VALUES ('a5000000-0000-4000-8000-000000000001', 'a6000000-0000-4000-8000-000000000001',
  'a0000000-0000-4000-8000-000000000001', 'llm', 'summarise',
  '{"prompt_tokens": 812, "content_digest": "5f"}');

-- case: a workspace that keeps everything stores contents
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_metadata_only'::regproc),
--   'WHERE w.data_persistence_mode = ''metadata_only''', ''); END $do$
UPDATE workspaces SET data_persistence_mode = 'full';
-- expect: 2
UPDATE runs SET input_metadata = '{"prompt": "Summarise"}';

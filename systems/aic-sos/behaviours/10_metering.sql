-- Metering, its roll-ups, and the budget.

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
INSERT INTO metering_events (
  tenant_id, workspace_id, metric_type, metric_name, quantity, unit, cost_in_cents, created_at)
SELECT 'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', m.*
FROM (VALUES
  ('llm_tokens', 'input_tokens', 100, 'tokens', 1.5, '2024-03-01 10:05+00'::timestamptz),
  ('llm_tokens', 'output_tokens', 40, 'tokens', 2.5, '2024-03-01 10:55+00'),
  ('llm_tokens', 'input_tokens', 10, 'tokens', 0.5, '2024-03-01 11:00+00'),
  ('api_calls', 'posts', 3, 'calls', 0, '2024-03-01 10:10+00'),
  ('connector_calls', 'ticketing', 2, 'calls', 0, '2024-03-01 10:10+00'),
  ('storage_bytes', 'documents', 500, 'bytes', 0, '2024-03-01 10:00+00'),
  ('storage_bytes', 'documents', 300, 'bytes', 0, '2024-03-01 10:30+00'),
  ('api_calls', 'posts', 1, 'calls', 1, '2024-03-31 23:59+00'),
  ('api_calls', 'posts', 1, 'calls', 1, '2024-04-01 00:00+00')
) AS m;

-- case: a quantity is not negative, and of a known kind and unit
-- guard: ALTER TABLE metering_events DROP CONSTRAINT metering_events_quantity_check
-- guard: ALTER TABLE metering_events DROP CONSTRAINT metering_events_metric_type_check
-- guard: ALTER TABLE metering_events DROP CONSTRAINT metering_events_unit_check
-- expect: error 23514
INSERT INTO metering_events (tenant_id, workspace_id, metric_type, metric_name, quantity, unit)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'api_calls', 'posts',
  -1, 'calls');
-- expect: error 23514
INSERT INTO metering_events (tenant_id, workspace_id, metric_type, metric_name, quantity, unit)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'coffee', 'cups',
  1, 'calls');
-- expect: error 23514
INSERT INTO metering_events (tenant_id, workspace_id, metric_type, metric_name, quantity, unit)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'api_calls', 'posts',
  1, 'cups');

-- case: an event delivered twice counts once
-- guard: ALTER TABLE metering_events DROP CONSTRAINT metering_events_tenant_id_source_key_key
INSERT INTO metering_events (tenant_id, workspace_id, metric_type, metric_name, quantity, unit, source_key)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'api_calls', 'posts',
  1, 'calls', 'gateway-17');
-- expect: error 23505
INSERT INTO metering_events (tenant_id, workspace_id, metric_type, metric_name, quantity, unit, source_key)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'api_calls', 'posts',
  1, 'calls', 'gateway-17');

-- case: two tenants may use one source key
-- guard: ALTER TABLE metering_events ADD UNIQUE (source_key)
INSERT INTO metering_events (tenant_id, workspace_id, metric_type, metric_name, quantity, unit, source_key)
VALUES ('b0000000-0000-4000-8000-000000000001', 'b1000000-0000-4000-8000-000000000001', 'api_calls', 'posts',
  1, 'calls', 'gateway-17');
-- expect: 1
INSERT INTO metering_events (tenant_id, workspace_id, metric_type, metric_name, quantity, unit, source_key)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'api_calls', 'posts',
  1, 'calls', 'gateway-17');
-- expect: 9
SELECT count(*) FROM metering_events WHERE source_key IS NULL;

-- case: a cost may pass a million cents
-- guard: ALTER TABLE metering_events ALTER COLUMN cost_in_cents TYPE numeric(10, 4)
-- guard: ALTER TABLE usage_summary ALTER COLUMN total_cost_in_cents TYPE numeric(10, 4)
-- expect: 1
INSERT INTO metering_events (
  tenant_id, workspace_id, metric_type, metric_name, quantity, unit, cost_in_cents, created_at)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'storage_bytes',
  'archive', 1, 'bytes', 12345678.9012, '2024-05-01 00:00+00');
-- expect: 1
SELECT rollup_usage('daily', '2024-05-01 00:00+00', '2024-05-02 00:00+00');

-- case: an event names a run and a tool call of its tenant
-- guard: DROP TRIGGER metering_events_same_tenant ON metering_events
-- expect: error 23503 another tenant_id
INSERT INTO metering_events (tenant_id, workspace_id, metric_type, metric_name, quantity, unit, run_id)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'api_calls', 'posts',
  1, 'calls', 'b5000000-0000-4000-8000-000000000001');

-- case: a run whose usage was metered is kept
-- guard: DROP TRIGGER metering_events_append_only ON metering_events
INSERT INTO metering_events (tenant_id, workspace_id, metric_type, metric_name, quantity, unit, run_id)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'api_calls', 'posts',
  1, 'calls', 'a5000000-0000-4000-8000-000000000001');
-- expect: error 23001 append-only
DELETE FROM runs WHERE run_id = 'a5000000-0000-4000-8000-000000000001';

-- case: a roll-up by the hour sums what falls into it
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('rollup_usage'::regproc),
--   '!~* ''output|completion''', '~ ''.'''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('rollup_usage'::regproc),
--   'max(m.quantity) FILTER', 'sum(m.quantity) FILTER'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('rollup_usage'::regproc),
--   'm.metric_type = ''connector_calls''', 'true'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('rollup_usage'::regproc),
--   'm.metric_type = ''api_calls''', 'true'); END $do$
SET LOCAL ROLE app_ops;
-- expect: 2
SELECT rollup_usage('hourly', '2024-03-01 10:00+00', '2024-03-01 12:00+00');
RESET ROLE;
SET LOCAL timezone = 'UTC';
-- expect: rows
--   10 | 100 | 40 | 3 | 2 | 500 | 4.0000
--   11 | 10 | 0 | 0 | 0 | 0 | 0.5000
SELECT extract(hour FROM period_start), llm_input_tokens, llm_output_tokens, api_calls_count,
  connector_calls_count, storage_bytes, total_cost_in_cents
FROM usage_summary WHERE period = 'hourly' ORDER BY period_start;

-- case: days and months are those of UTC, wherever the session is
-- guard: ALTER FUNCTION rollup_usage(text, timestamptz, timestamptz) RESET timezone
SET LOCAL timezone = 'Asia/Tokyo';
-- expect: 2
SELECT rollup_usage('monthly', '2024-03-01 00:00+00', '2024-05-01 00:00+00');
SET LOCAL timezone = 'UTC';
-- expect: rows
--   2024-03-01 | 2024-04-01 | 5.5000
--   2024-04-01 | 2024-05-01 | 1.0000
SELECT period_start::date, period_end::date, total_cost_in_cents
FROM usage_summary WHERE period = 'monthly' ORDER BY period_start;

-- case: a roll-up may be repeated, and takes in what came late
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('rollup_usage'::regproc),
--   'api_calls_count = EXCLUDED.api_calls_count,',
--   'api_calls_count = usage_summary.api_calls_count + EXCLUDED.api_calls_count,'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('rollup_usage'::regproc),
--   'total_cost_in_cents = EXCLUDED.total_cost_in_cents',
--   'total_cost_in_cents = usage_summary.total_cost_in_cents'); END $do$
SELECT rollup_usage('daily', '2024-03-01 00:00+00', '2024-03-02 00:00+00');
SELECT rollup_usage('daily', '2024-03-01 00:00+00', '2024-03-02 00:00+00');
-- expect: rows
--   3 | 4.5000
SELECT api_calls_count, total_cost_in_cents FROM usage_summary;
INSERT INTO metering_events (
  tenant_id, workspace_id, metric_type, metric_name, quantity, unit, cost_in_cents, created_at)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'api_calls', 'posts',
  4, 'calls', 2, '2024-03-01 23:00+00');
SELECT rollup_usage('daily', '2024-03-01 00:00+00', '2024-03-02 00:00+00');
-- expect: rows
--   7 | 6.5000
SELECT api_calls_count, total_cost_in_cents FROM usage_summary;

-- case: a roll-up that starts within a period covers all of it
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('rollup_usage'::regproc),
--   'date_trunc(field, from_time)', 'from_time'); END $do$
SELECT rollup_usage('daily', '2024-03-01 10:30+00', '2024-03-01 10:40+00');
-- expect: 4.5000
SELECT total_cost_in_cents FROM usage_summary;

-- case: each workspace is summed up for itself
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('rollup_usage'::regproc),
--   'sum(c.cost_in_cents) AS cost', 'sum(sum(c.cost_in_cents)) OVER () AS cost'); END $do$
INSERT INTO metering_events (
  tenant_id, workspace_id, metric_type, metric_name, quantity, unit, cost_in_cents, created_at)
VALUES ('b0000000-0000-4000-8000-000000000001', 'b1000000-0000-4000-8000-000000000001', 'api_calls', 'posts',
  9, 'calls', 9, '2024-03-01 12:00+00');
SELECT rollup_usage('daily', '2024-03-01 00:00+00', '2024-03-02 00:00+00');
-- expect: rows
--   a1000000-0000-4000-8000-000000000001 | 4.5000
--   b1000000-0000-4000-8000-000000000001 | 9.0000
SELECT workspace_id, total_cost_in_cents FROM usage_summary ORDER BY workspace_id;

-- case: a run's own cost counts only where its events have none
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('usage_costs'::regproc),
--   'WHERE m.run_id = r.run_id', 'WHERE false AND m.run_id = r.run_id'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('usage_costs'::regproc),
--   'AND r.total_cost_in_cents <> 0', 'AND false'); END $do$
UPDATE runs SET total_cost_in_cents = 7;
INSERT INTO metering_events (
  tenant_id, workspace_id, metric_type, metric_name, quantity, unit, cost_in_cents, run_id)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'llm_tokens', 'input',
  5, 'tokens', 3, 'a5000000-0000-4000-8000-000000000001');
SELECT rollup_usage('monthly', now(), now() + interval '1 second');
-- expect: rows
--   a1000000-0000-4000-8000-000000000001 | 3.0000
--   b1000000-0000-4000-8000-000000000001 | 7.0000
SELECT workspace_id, total_cost_in_cents FROM usage_summary
WHERE period = 'monthly' AND period_end > now() ORDER BY workspace_id;

-- case: usage is summed up by hour, day and month only, once each
-- guard: ALTER TABLE usage_summary DROP CONSTRAINT usage_summary_period_check
-- guard: ALTER TABLE usage_summary DROP CONSTRAINT usage_summary_period_end_check
-- guard: ALTER TABLE usage_summary DROP CONSTRAINT usage_summary_workspace_id_period_period_start_key
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('rollup_usage'::regproc),
--   'IF field IS NULL THEN', 'IF false THEN'); END $do$
-- expect: error 22023 there is no period
SELECT rollup_usage('weekly', '2024-03-01 00:00+00', '2024-03-02 00:00+00');
-- expect: error 23514
INSERT INTO usage_summary (tenant_id, workspace_id, period, period_start, period_end)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'weekly',
  '2024-03-01 00:00+00', '2024-03-08 00:00+00');
-- expect: error 23514
INSERT INTO usage_summary (tenant_id, workspace_id, period, period_start, period_end)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'daily',
  '2024-03-01 00:00+00', '2024-03-01 00:00+00');
INSERT INTO usage_summary (tenant_id, workspace_id, period, period_start, period_end)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'daily',
  '2024-03-01 00:00+00', '2024-03-02 00:00+00');
-- expect: error 23505
INSERT INTO usage_summary (tenant_id, workspace_id, period, period_start, period_end)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'daily',
  '2024-03-01 00:00+00', '2024-03-02 00:00+00');

-- case: a budget is exceeded by what the current month has cost
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('check_budget'::regproc),
--   's.spent > b.budget', 'false'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('check_budget'::regproc),
--   'date_trunc(''month'', now())', '''-infinity'''); END $do$
INSERT INTO workspace_config (tenant_id, workspace_id, custom_settings)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001',
  '{"monthly_budget_in_cents": 10}');
INSERT INTO metering_events (tenant_id, workspace_id, metric_type, metric_name, quantity, unit, cost_in_cents,
  created_at)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'api_calls', 'posts',
  1, 'calls', 100, '2020-01-01 00:00+00');
INSERT INTO metering_events (tenant_id, workspace_id, metric_type, metric_name, quantity, unit, cost_in_cents)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'api_calls', 'posts',
  1, 'calls', 8);
-- expect: rows
--   10 | 8.0000 | f
SELECT * FROM check_budget('a1000000-0000-4000-8000-000000000001');
INSERT INTO metering_events (tenant_id, workspace_id, metric_type, metric_name, quantity, unit, cost_in_cents)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'api_calls', 'posts',
  1, 'calls', 8);
-- expect: rows
--   10 | 16.0000 | t
SELECT * FROM check_budget('a1000000-0000-4000-8000-000000000001');

-- case: without a budget nothing is exceeded
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('check_budget'::regproc),
--   'coalesce(s.spent > b.budget, false)', 'coalesce(s.spent > b.budget, true)'); END $do$
-- expect: f
SELECT exceeded FROM check_budget('a1000000-0000-4000-8000-000000000002');

-- Purpose: usage by hour, day and month, and the budget.
-- Date: 2026-11-21
-- Tables: none; usage_costs, rollup_usage, check_budget
-- Decisions: periods are periods of UTC. A run's own total counts only where none of its metering events has
-- a cost; otherwise the same cents would count twice.

CREATE OR REPLACE FUNCTION usage_costs(from_time timestamptz, to_time timestamptz)
RETURNS TABLE (tenant_id uuid, workspace_id uuid, at timestamptz, cost_in_cents numeric)
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $func$
  SELECT m.tenant_id, m.workspace_id, m.created_at, m.cost_in_cents FROM metering_events AS m
  WHERE m.created_at >= from_time AND m.created_at < to_time AND m.cost_in_cents <> 0
  UNION ALL
  SELECT r.tenant_id, r.workspace_id, r.created_at, r.total_cost_in_cents FROM runs AS r
  WHERE r.created_at >= from_time AND r.created_at < to_time AND r.total_cost_in_cents <> 0
    AND NOT EXISTS (
      SELECT FROM metering_events AS m
      WHERE m.run_id = r.run_id AND m.tenant_id = r.tenant_id AND m.cost_in_cents <> 0)
$func$;
REVOKE ALL ON FUNCTION usage_costs(timestamptz, timestamptz) FROM PUBLIC;
-- For the lookup by run above.
CREATE INDEX IF NOT EXISTS metering_events_run_idx ON metering_events (run_id);

-- Whole periods only: the bounds are widened to theirs, so a repeated rollup writes the same again. For all
-- tenants, hence SECURITY DEFINER. Returns how many summaries were written.
CREATE OR REPLACE FUNCTION rollup_usage(summary_period text, from_time timestamptz, to_time timestamptz)
RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC'
AS $func$
DECLARE
  field       text := CASE summary_period
    WHEN 'hourly' THEN 'hour' WHEN 'daily' THEN 'day' WHEN 'monthly' THEN 'month' END;
  width       interval := ('1 ' || field)::interval;
  first_start timestamptz := date_trunc(field, from_time);
  last_end    timestamptz := date_trunc(field, to_time);
  written     integer;
BEGIN
  IF field IS NULL THEN
    RAISE EXCEPTION 'there is no period %', summary_period
      USING ERRCODE = 'invalid_parameter_value', HINT = 'Use hourly, daily or monthly.';
  END IF;
  IF last_end < to_time THEN
    last_end := last_end + width;
  END IF;
  WITH quantities AS (
    SELECT m.tenant_id, m.workspace_id, date_trunc(field, m.created_at) AS starts,
      sum(m.quantity) FILTER (
        WHERE m.metric_type = 'llm_tokens' AND m.metric_name !~* 'output|completion') AS input,
      sum(m.quantity) FILTER (
        WHERE m.metric_type = 'llm_tokens' AND m.metric_name ~* 'output|completion') AS output,
      sum(m.quantity) FILTER (WHERE m.metric_type = 'api_calls') AS api,
      sum(m.quantity) FILTER (WHERE m.metric_type = 'connector_calls') AS connector,
      -- A level, not a flow: its highest reading.
      max(m.quantity) FILTER (WHERE m.metric_type = 'storage_bytes') AS storage
    FROM metering_events AS m
    WHERE m.created_at >= first_start AND m.created_at < last_end
    GROUP BY 1, 2, 3
  ), costs AS (
    SELECT c.tenant_id, c.workspace_id, date_trunc(field, c.at) AS starts, sum(c.cost_in_cents) AS cost
    FROM usage_costs(first_start, last_end) AS c
    GROUP BY 1, 2, 3
  )
  INSERT INTO usage_summary (
    tenant_id, workspace_id, period, period_start, period_end, llm_input_tokens, llm_output_tokens,
    api_calls_count, connector_calls_count, storage_bytes, total_cost_in_cents)
  SELECT tenant_id, workspace_id, summary_period, starts, starts + width, coalesce(q.input, 0),
    coalesce(q.output, 0), coalesce(q.api, 0), coalesce(q.connector, 0), coalesce(q.storage, 0),
    coalesce(c.cost, 0)
  FROM quantities AS q FULL JOIN costs AS c USING (tenant_id, workspace_id, starts)
  ON CONFLICT (workspace_id, period, period_start) DO UPDATE SET
    period_end = EXCLUDED.period_end,
    llm_input_tokens = EXCLUDED.llm_input_tokens,
    llm_output_tokens = EXCLUDED.llm_output_tokens,
    api_calls_count = EXCLUDED.api_calls_count,
    connector_calls_count = EXCLUDED.connector_calls_count,
    storage_bytes = EXCLUDED.storage_bytes,
    total_cost_in_cents = EXCLUDED.total_cost_in_cents;
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written;
END
$func$;
REVOKE ALL ON FUNCTION rollup_usage(text, timestamptz, timestamptz) FROM PUBLIC;

-- The budget is custom_settings.monthly_budget_in_cents; without one nothing is exceeded.
CREATE OR REPLACE FUNCTION check_budget(workspace uuid)
RETURNS TABLE (budget_in_cents numeric, spent_in_cents numeric, exceeded boolean)
LANGUAGE sql STABLE SET search_path = public, pg_temp SET timezone = 'UTC'
AS $func$
  SELECT b.budget, s.spent, coalesce(s.spent > b.budget, false)
  FROM (
    SELECT max((c.custom_settings ->> 'monthly_budget_in_cents')::numeric) AS budget
    FROM workspace_config AS c WHERE c.workspace_id = workspace
  ) AS b, (
    SELECT coalesce(sum(u.cost_in_cents), 0) AS spent
    FROM usage_costs(date_trunc('month', now()), 'infinity') AS u WHERE u.workspace_id = workspace
  ) AS s
$func$;
REVOKE ALL ON FUNCTION check_budget(uuid) FROM PUBLIC;

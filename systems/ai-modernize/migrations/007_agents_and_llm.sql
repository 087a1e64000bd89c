-- Purpose: what agents do, what language models cost, and what was learnt.
-- Tables: agent_task_history (partitioned by week), agent_performance_daily, llm_usage_log (partitioned by
--   month), llm_model_pricing, agent_learning_patterns
-- Decisions:
--   Rows go to the default partition until 010 makes the partitions of weeks and months.
--   A partitioned table's keys contain created_at, so nothing refers to these tables, and flows are named in
--   them without a key.
--   llm_model_pricing is for all tenants. Two prices of a model never overlap in time (btree_gist).
--   The index for similarity is IVFFlat: made on an empty table, it is rebuilt after a load (REINDEX INDEX
--   migration.ix_learning_embedding). Exact answers within one tenant come from match_learning_patterns.

SET LOCAL search_path = migration, public;

-- Marked, so that the way down drops only what was made here.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['vector', 'btree_gist'] LOOP
    CONTINUE WHEN EXISTS (SELECT FROM pg_extension WHERE extname = wanted);
    EXECUTE format('CREATE EXTENSION IF NOT EXISTS %I SCHEMA public', wanted);
    EXECUTE format('COMMENT ON EXTENSION %I IS %L', wanted, 'created by ai-modernize');
  END LOOP;
END
$$;

CREATE TABLE IF NOT EXISTS agent_task_history (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  client_account_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  flow_id uuid,
  master_flow_id uuid,
  flow_type varchar(50),
  agent_name varchar(100) NOT NULL,
  agent_type varchar(50) NOT NULL CHECK (agent_type IN ('individual', 'crew_member')),
  agent_version varchar(20),
  task_id varchar(255) NOT NULL,
  parent_task_id varchar(255),
  task_name varchar(255) NOT NULL,
  task_description text,
  status varchar(50) NOT NULL DEFAULT 'pending'
    CHECK (status IN ('pending', 'starting', 'running', 'completed', 'failed', 'timeout')),
  input_data jsonb DEFAULT '{}',
  output_data jsonb DEFAULT '{}',
  success boolean,
  error_message text,
  error_details jsonb,
  started_at timestamptz,
  completed_at timestamptz,
  duration_seconds numeric(12, 3),
  tokens_used integer,
  api_calls_made integer,
  memory_used_mb double precision,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, created_at),
  CONSTRAINT agent_task_history_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE
) PARTITION BY RANGE (created_at);
CREATE TABLE IF NOT EXISTS agent_task_history_default PARTITION OF agent_task_history DEFAULT;
CREATE INDEX IF NOT EXISTS ix_agent_task_history_client_engagement
  ON agent_task_history (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_agent_task_history_flow_id ON agent_task_history (flow_id);
CREATE INDEX IF NOT EXISTS ix_agent_task_history_agent_name_created
  ON agent_task_history (agent_name, created_at DESC);
CREATE INDEX IF NOT EXISTS ix_agent_task_history_status ON agent_task_history (status);
CREATE INDEX IF NOT EXISTS ix_agent_task_history_task_id ON agent_task_history (task_id);
ALTER TABLE agent_task_history OWNER TO migration_owner;
ALTER TABLE agent_task_history_default OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER agent_task_history_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON agent_task_history
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

CREATE TABLE IF NOT EXISTS agent_performance_daily (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  client_account_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  date date NOT NULL,
  agent_name varchar(100) NOT NULL,
  flow_type varchar(50),
  total_tasks integer DEFAULT 0,
  successful_tasks integer DEFAULT 0,
  failed_tasks integer DEFAULT 0,
  avg_duration_seconds double precision,
  p50_duration_seconds double precision,
  p95_duration_seconds double precision,
  p99_duration_seconds double precision,
  total_tokens_used bigint DEFAULT 0,
  total_api_calls integer DEFAULT 0,
  total_cost numeric(12, 4) DEFAULT 0,
  error_rate double precision,
  retry_rate double precision,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT agent_performance_daily_day_key
    UNIQUE NULLS NOT DISTINCT (engagement_id, date, agent_name, flow_type),
  CONSTRAINT agent_performance_daily_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS ix_agent_performance_daily_client_engagement
  ON agent_performance_daily (client_account_id, engagement_id);
ALTER TABLE agent_performance_daily OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER agent_performance_daily_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON agent_performance_daily
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

CREATE TABLE IF NOT EXISTS llm_usage_log (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  client_account_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  flow_id uuid,
  task_id varchar(255),
  user_id uuid,
  provider varchar(50) NOT NULL,
  model varchar(100) NOT NULL,
  prompt_tokens integer NOT NULL,
  completion_tokens integer NOT NULL,
  total_tokens integer NOT NULL,
  prompt_cost numeric(12, 6),
  completion_cost numeric(12, 6),
  total_cost numeric(12, 6),
  request_payload jsonb,
  response_payload jsonb,
  latency_ms integer,
  status_code integer,
  error_message text,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, created_at),
  CONSTRAINT llm_usage_log_total_tokens_check CHECK (total_tokens = prompt_tokens + completion_tokens),
  CONSTRAINT llm_usage_log_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE
) PARTITION BY RANGE (created_at);
CREATE TABLE IF NOT EXISTS llm_usage_log_default PARTITION OF llm_usage_log DEFAULT;
CREATE INDEX IF NOT EXISTS ix_llm_usage_log_client_engagement
  ON llm_usage_log (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_llm_usage_log_provider_model ON llm_usage_log (provider, model);
CREATE INDEX IF NOT EXISTS ix_llm_usage_log_created_at ON llm_usage_log (created_at);
ALTER TABLE llm_usage_log OWNER TO migration_owner;
ALTER TABLE llm_usage_log_default OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER llm_usage_log_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON llm_usage_log
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

CREATE TABLE IF NOT EXISTS llm_model_pricing (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  provider varchar(50) NOT NULL,
  model varchar(100) NOT NULL,
  input_cost_per_1k numeric(12, 6) NOT NULL,
  output_cost_per_1k numeric(12, 6) NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_to timestamptz,
  UNIQUE (provider, model, valid_from),
  CONSTRAINT llm_model_pricing_valid_to_check CHECK (valid_to > valid_from),
  CONSTRAINT llm_model_pricing_no_overlap
    EXCLUDE USING gist (provider WITH =, model WITH =, tstzrange(valid_from, valid_to) WITH &&)
);
ALTER TABLE llm_model_pricing OWNER TO migration_owner;

-- A pattern without an engagement belongs to the whole client. It names no master flow then: the key to it
-- is checked only where all of its columns are filled.
CREATE TABLE IF NOT EXISTS agent_learning_patterns (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  client_account_id uuid NOT NULL REFERENCES client_accounts ON DELETE CASCADE,
  engagement_id uuid,
  master_flow_id uuid,
  insight_type varchar(50) NOT NULL CHECK (insight_type IN (
    'field_mapping_suggestion', 'risk_pattern', 'optimization_opportunity', 'anomaly_detection',
    'workflow_improvement'
  )),
  embedding vector(1536) NOT NULL,
  raw_evidence jsonb NOT NULL,
  confidence_score double precision CHECK (confidence_score BETWEEN 0 AND 1),
  discovered_by varchar(100),
  validated boolean DEFAULT false,
  applied_count integer DEFAULT 0 CHECK (applied_count >= 0),
  success_rate double precision,
  created_at timestamptz DEFAULT now(),
  last_applied_at timestamptz,
  expires_at timestamptz,
  CONSTRAINT agent_learning_patterns_master_flow_id_check
    CHECK (master_flow_id IS NULL OR engagement_id IS NOT NULL),
  CONSTRAINT agent_learning_patterns_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE,
  CONSTRAINT agent_learning_patterns_master_flow_fkey
    FOREIGN KEY (client_account_id, engagement_id, master_flow_id)
    REFERENCES crewai_flow_state_extensions (client_account_id, engagement_id, flow_id)
    ON DELETE SET NULL (master_flow_id)
);
DO $$
BEGIN
  -- It tells that there is little data, which is why it is rebuilt after a load.
  SET LOCAL client_min_messages = warning;
  CREATE INDEX IF NOT EXISTS ix_learning_embedding ON migration.agent_learning_patterns
    USING ivfflat (embedding public.vector_cosine_ops) WITH (lists = 100);
  RESET client_min_messages;
END
$$;
CREATE INDEX IF NOT EXISTS ix_agent_learning_patterns_client_engagement
  ON agent_learning_patterns (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_agent_learning_patterns_master_flow_id
  ON agent_learning_patterns (master_flow_id)
  WHERE master_flow_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS ix_agent_learning_patterns_insight_type ON agent_learning_patterns (insight_type);
ALTER TABLE agent_learning_patterns OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER agent_learning_patterns_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON agent_learning_patterns
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

-- The k nearest patterns of a client that were validated and have not expired. The tenant's patterns are
-- filtered first and ordered exactly: an approximate index over all tenants would first find the neighbours
-- and then throw away those of others, and might return fewer than k. With the caller's rights.
CREATE OR REPLACE FUNCTION match_learning_patterns(
  query public.vector, client uuid, k integer DEFAULT 10, wanted_type text DEFAULT NULL
) RETURNS TABLE (
  id uuid, insight_type varchar, similarity double precision, confidence_score double precision,
  raw_evidence jsonb
)
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
  WITH own AS MATERIALIZED (
    SELECT p.id, p.insight_type, p.embedding OPERATOR(public.<=>) query AS distance, p.confidence_score,
      p.raw_evidence
    FROM migration.agent_learning_patterns p
    WHERE p.client_account_id = client AND p.validated
      AND (p.expires_at IS NULL OR p.expires_at > clock_timestamp())
      AND (wanted_type IS NULL OR p.insight_type = wanted_type)
  )
  SELECT own.id, own.insight_type, 1 - own.distance, own.confidence_score, own.raw_evidence
  FROM own
  ORDER BY own.distance, own.id
  LIMIT k
$$;
ALTER FUNCTION match_learning_patterns(public.vector, uuid, integer, text) OWNER TO migration_owner;
REVOKE ALL ON FUNCTION match_learning_patterns(public.vector, uuid, integer, text) FROM PUBLIC;

-- Counts a use of a pattern; success_rate is the share of the uses that helped.
CREATE OR REPLACE FUNCTION apply_pattern(pattern uuid, success boolean) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE migration.agent_learning_patterns p SET
    success_rate = (coalesce(p.success_rate, 0) * coalesce(p.applied_count, 0) + success::integer)
      / (coalesce(p.applied_count, 0) + 1),
    applied_count = coalesce(p.applied_count, 0) + 1,
    last_applied_at = clock_timestamp()
  WHERE p.id = pattern;
  IF NOT FOUND THEN
    RAISE no_data_found USING MESSAGE = format('no pattern %s', pattern);
  END IF;
END
$$;
ALTER FUNCTION apply_pattern(uuid, boolean) OWNER TO migration_owner;
REVOKE ALL ON FUNCTION apply_pattern(uuid, boolean) FROM PUBLIC;

-- The figures of a UTC day, of all tenants, from the history of tasks and the cost of the calls that name a
-- task. May run again: the figures of that day are replaced. Returns how many rows it wrote. retry_rate is
-- the share of runs that repeat a task.
CREATE OR REPLACE FUNCTION rollup_agent_performance(day date) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  first timestamptz := day::timestamp AT TIME ZONE 'UTC';
  past timestamptz := (day + 1)::timestamp AT TIME ZONE 'UTC';
  written bigint;
BEGIN
  WITH task_cost AS (
    SELECT u.client_account_id, u.engagement_id, u.task_id, sum(u.total_cost) AS cost
    FROM migration.llm_usage_log u
    WHERE u.created_at >= first AND u.created_at < past AND u.task_id IS NOT NULL
    GROUP BY 1, 2, 3
  ), run AS (
    -- The cost of a task that ran more than once counts once.
    SELECT t.*, row_number() OVER (
      PARTITION BY t.client_account_id, t.engagement_id, t.task_id ORDER BY t.created_at, t.id
    ) AS nth
    FROM migration.agent_task_history t
    WHERE t.created_at >= first AND t.created_at < past
  )
  INSERT INTO migration.agent_performance_daily AS p (
    client_account_id, engagement_id, date, agent_name, flow_type, total_tasks, successful_tasks,
    failed_tasks, avg_duration_seconds, p50_duration_seconds, p95_duration_seconds, p99_duration_seconds,
    total_tokens_used, total_api_calls, total_cost, error_rate, retry_rate
  )
  SELECT r.client_account_id, r.engagement_id, day, r.agent_name, r.flow_type,
    count(*), count(*) FILTER (WHERE r.status = 'completed' AND r.success IS NOT FALSE),
    count(*) FILTER (WHERE r.status IN ('failed', 'timeout') OR r.success IS FALSE),
    avg(r.duration_seconds),
    percentile_cont(0.5) WITHIN GROUP (ORDER BY r.duration_seconds),
    percentile_cont(0.95) WITHIN GROUP (ORDER BY r.duration_seconds),
    percentile_cont(0.99) WITHIN GROUP (ORDER BY r.duration_seconds),
    coalesce(sum(r.tokens_used), 0), coalesce(sum(r.api_calls_made), 0),
    coalesce(sum(c.cost) FILTER (WHERE r.nth = 1), 0),
    (count(*) FILTER (WHERE r.status IN ('failed', 'timeout') OR r.success IS FALSE))::float8 / count(*),
    (count(*) - count(DISTINCT r.task_id))::float8 / count(*)
  FROM run r
  LEFT JOIN task_cost c USING (client_account_id, engagement_id, task_id)
  GROUP BY 1, 2, 4, 5
  ON CONFLICT ON CONSTRAINT agent_performance_daily_day_key DO UPDATE SET
    total_tasks = excluded.total_tasks,
    successful_tasks = excluded.successful_tasks,
    failed_tasks = excluded.failed_tasks,
    avg_duration_seconds = excluded.avg_duration_seconds,
    p50_duration_seconds = excluded.p50_duration_seconds,
    p95_duration_seconds = excluded.p95_duration_seconds,
    p99_duration_seconds = excluded.p99_duration_seconds,
    total_tokens_used = excluded.total_tokens_used,
    total_api_calls = excluded.total_api_calls,
    total_cost = excluded.total_cost,
    error_rate = excluded.error_rate,
    retry_rate = excluded.retry_rate;
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written;
END
$$;
ALTER FUNCTION rollup_agent_performance(date) OWNER TO migration_definer;
REVOKE ALL ON FUNCTION rollup_agent_performance(date) FROM PUBLIC;

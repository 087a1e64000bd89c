-- Learnt patterns found by similarity, and the figures of agents.

INSERT INTO migration.client_accounts (id, name, slug) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Alder Freight', 'alder'),
  ('b0000000-0000-4000-8000-000000000001', 'Birch Clinics', 'birch');
INSERT INTO migration.engagements (id, client_account_id, name, slug) VALUES
  ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'First', 'first'),
  ('b1000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'First', 'first');
-- An embedding of two dimensions, the other 1534 being zero.
CREATE FUNCTION pg_temp.embedding(x real, y real) RETURNS vector LANGUAGE sql IMMUTABLE AS
  'SELECT (ARRAY[x, y] || array_fill(0::real, ARRAY[1534]))::vector';
INSERT INTO migration.agent_learning_patterns
  (id, client_account_id, engagement_id, insight_type, embedding, raw_evidence, validated, expires_at)
VALUES
  ('a1000000-0000-4000-8000-000000000051', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'risk_pattern', pg_temp.embedding(1, 0), '{"n": "same"}', true,
    NULL),
  ('a1000000-0000-4000-8000-000000000052', 'a0000000-0000-4000-8000-000000000001',
    NULL, 'field_mapping_suggestion', pg_temp.embedding(1, 1), '{"n": "near"}', true,
    now() + interval '1 day'),
  ('a1000000-0000-4000-8000-000000000053', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'risk_pattern', pg_temp.embedding(0, 1), '{"n": "far"}', true,
    NULL),
  ('a1000000-0000-4000-8000-000000000054', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'risk_pattern', pg_temp.embedding(1, 0), '{"n": "unproven"}',
    false, NULL),
  ('a1000000-0000-4000-8000-000000000055', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'risk_pattern', pg_temp.embedding(1, 0), '{"n": "expired"}', true,
    now() - interval '1 second'),
  ('b1000000-0000-4000-8000-000000000051', 'b0000000-0000-4000-8000-000000000001',
    'b1000000-0000-4000-8000-000000000001', 'risk_pattern', pg_temp.embedding(1, 0), '{"n": "Birch"}', true,
    NULL);

-- case: the nearest patterns come first, of the client only, validated and not expired
-- guard: CREATE OR REPLACE FUNCTION migration.match_learning_patterns(query vector, client uuid,
--   k integer DEFAULT 10, wanted_type text DEFAULT NULL) RETURNS TABLE (id uuid, insight_type varchar,
--   similarity double precision, confidence_score double precision, raw_evidence jsonb) LANGUAGE sql AS
--   $$SELECT p.id, p.insight_type, 1 - (p.embedding <=> query), p.confidence_score, p.raw_evidence
--   FROM migration.agent_learning_patterns AS p WHERE p.client_account_id = client$$
-- expect: rows
--   same | 1.00
--   near | 0.71
--   far | 0.00
SELECT raw_evidence ->> 'n', round(similarity::numeric, 2)
FROM migration.match_learning_patterns(
  pg_temp.embedding(1, 0), 'a0000000-0000-4000-8000-000000000001');

-- case: k and the type of insight narrow the answer
-- guard: CREATE OR REPLACE FUNCTION migration.match_learning_patterns(query vector, client uuid,
--   k integer DEFAULT 10, wanted_type text DEFAULT NULL) RETURNS TABLE (id uuid, insight_type varchar,
--   similarity double precision, confidence_score double precision, raw_evidence jsonb) LANGUAGE sql AS
--   $$SELECT p.id, p.insight_type, 1 - (p.embedding <=> query), p.confidence_score, p.raw_evidence
--   FROM migration.agent_learning_patterns AS p WHERE p.client_account_id = client AND p.validated
--   ORDER BY p.embedding <=> query$$
-- expect: same
SELECT raw_evidence ->> 'n' FROM migration.match_learning_patterns(
  pg_temp.embedding(1, 0), 'a0000000-0000-4000-8000-000000000001', 1);
-- expect: near
SELECT raw_evidence ->> 'n' FROM migration.match_learning_patterns(
  pg_temp.embedding(1, 0), 'a0000000-0000-4000-8000-000000000001', 10, 'field_mapping_suggestion');

-- case: naming another client in a search does not show its patterns
-- guard: ALTER POLICY tenant_isolation ON migration.agent_learning_patterns USING (true)
-- guard: ALTER FUNCTION migration.match_learning_patterns(vector, uuid, integer, text) SECURITY DEFINER;
--   ALTER FUNCTION migration.match_learning_patterns(vector, uuid, integer, text) OWNER TO migration_definer
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: none
SELECT * FROM migration.match_learning_patterns(
  pg_temp.embedding(1, 0), 'b0000000-0000-4000-8000-000000000001');
-- expect: 3
SELECT count(*) FROM migration.match_learning_patterns(
  pg_temp.embedding(1, 0), 'a0000000-0000-4000-8000-000000000001');

-- case: the search finds all that an exact search finds, among many patterns of another client
-- guard: CREATE OR REPLACE FUNCTION migration.match_learning_patterns(query vector, client uuid,
--   k integer DEFAULT 10, wanted_type text DEFAULT NULL) RETURNS TABLE (id uuid, insight_type varchar,
--   similarity double precision, confidence_score double precision, raw_evidence jsonb) LANGUAGE sql STABLE
--   SET enable_seqscan = off SET enable_sort = off AS
--   $$SELECT p.id, p.insight_type, 1 - (p.embedding <=> query), p.confidence_score, p.raw_evidence
--   FROM migration.agent_learning_patterns AS p WHERE p.client_account_id = client AND p.validated
--   ORDER BY p.embedding <=> query LIMIT k$$
INSERT INTO migration.agent_learning_patterns
  (client_account_id, insight_type, embedding, raw_evidence, validated)
SELECT CASE WHEN n % 10 = 0 THEN 'a0000000-0000-4000-8000-000000000001'::uuid
    ELSE 'b0000000-0000-4000-8000-000000000001' END,
  'anomaly_detection',
  (ARRAY(SELECT sin(n * d) FROM generate_series(1, 16) AS d) || array_fill(0::float8, ARRAY[1520]))::vector,
  '{}', true
FROM generate_series(1, 1000) AS n;
CREATE TEMP VIEW question AS
SELECT n, (ARRAY(SELECT sin((n * 90 + 0.5) * d) FROM generate_series(1, 16) AS d)
  || array_fill(0::float8, ARRAY[1520]))::vector AS embedding
FROM generate_series(1, 10) AS n;
-- expect: 1.00
SELECT round(count(*) FILTER (WHERE found.id IS NOT NULL) / 100.0, 2)
FROM question AS q
CROSS JOIN LATERAL (
  SELECT p.id FROM migration.agent_learning_patterns AS p
  WHERE p.client_account_id = 'a0000000-0000-4000-8000-000000000001' AND p.validated
    AND p.insight_type = 'anomaly_detection'
  ORDER BY (p.embedding <=> q.embedding) + 0 LIMIT 10
) AS exact
LEFT JOIN LATERAL migration.match_learning_patterns(
  q.embedding, 'a0000000-0000-4000-8000-000000000001', 10, 'anomaly_detection') AS found USING (id);

-- case: rebuilt after a load, the index finds nine in ten of what an exact search finds
-- guard: DROP INDEX migration.ix_learning_embedding
INSERT INTO migration.agent_learning_patterns (client_account_id, insight_type, embedding, raw_evidence)
SELECT 'a0000000-0000-4000-8000-000000000001', 'anomaly_detection',
  (ARRAY(SELECT sin(n * d) FROM generate_series(1, 8) AS d) || array_fill(0::float8, ARRAY[1528]))::vector,
    '{}'
FROM generate_series(1, 1000) AS n;
REINDEX TABLE migration.agent_learning_patterns;
SET LOCAL ivfflat.probes = 20;
CREATE FUNCTION pg_temp.nearest(n integer, by_index boolean) RETURNS uuid[] LANGUAGE plpgsql AS $func$
DECLARE
  question vector := (ARRAY(SELECT sin((n * 90 + 0.5) * d) FROM generate_series(1, 8) AS d)
    || array_fill(0::float8, ARRAY[1528]))::vector;
  ids uuid[];
BEGIN
  PERFORM set_config('enable_seqscan', (NOT by_index)::text, true),
    set_config('enable_indexscan', by_index::text, true);
  EXECUTE 'SELECT ARRAY(SELECT id FROM migration.agent_learning_patterns ORDER BY embedding <=> $1 LIMIT 10)'
  INTO ids USING question;
  RETURN ids;
END
$func$;
CREATE FUNCTION pg_temp.plan_of(statement text) RETURNS text LANGUAGE plpgsql AS $func$
DECLARE
  plan json;
BEGIN
  SET LOCAL enable_seqscan = off;
  EXECUTE 'EXPLAIN (FORMAT json) ' || statement INTO plan;
  RETURN plan::text;
END
$func$;
-- expect: t
SELECT pg_temp.plan_of($$SELECT id FROM migration.agent_learning_patterns
  ORDER BY embedding <=> (SELECT embedding FROM migration.agent_learning_patterns LIMIT 1) LIMIT 10$$)
  ~ 'ix_learning_embedding';
-- expect: >= 90
SELECT round(100 * avg(recall))
FROM generate_series(1, 10) AS n, LATERAL (
  SELECT count(*) / 10.0 FROM unnest(pg_temp.nearest(n, true)) AS found
  WHERE found = ANY (pg_temp.nearest(n, false))
) AS answer (recall);

-- case: a use of a pattern is counted, with the share that helped and the time
-- guard: CREATE OR REPLACE FUNCTION migration.apply_pattern(pattern uuid, success boolean) RETURNS void
--   LANGUAGE sql AS $$UPDATE migration.agent_learning_patterns SET applied_count = applied_count + 1
--   WHERE id = pattern$$
SELECT migration.apply_pattern('a1000000-0000-4000-8000-000000000051', helped)
FROM unnest(ARRAY[true, true, false, true]) AS helped;
-- expect: 4 | 0.75 | t
SELECT applied_count, success_rate, last_applied_at >= now() FROM migration.agent_learning_patterns
WHERE id = 'a1000000-0000-4000-8000-000000000051';

-- case: a client applies its own patterns only
-- guard: ALTER FUNCTION migration.apply_pattern(uuid, boolean) SECURITY DEFINER;
--   ALTER FUNCTION migration.apply_pattern(uuid, boolean) OWNER TO migration_definer
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: error P0002
SELECT migration.apply_pattern('b1000000-0000-4000-8000-000000000051', true);

-- case: the figures of a day are those of its tasks and of the calls that name them
-- guard: CREATE OR REPLACE FUNCTION migration.rollup_agent_performance(day date) RETURNS bigint LANGUAGE
--   sql AS
--   'SELECT 1::bigint'
INSERT INTO migration.agent_task_history
  (client_account_id, engagement_id, agent_name, agent_type, task_id, task_name, status, success,
    duration_seconds, tokens_used, api_calls_made, created_at)
VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'mapper', 'individual',
    't1', 'Map', 'failed', false, 10, 100, 1, '2026-03-01 00:00+00'),
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'mapper', 'individual',
    't1', 'Map', 'completed', true, 20, 200, 2, '2026-03-01 23:59+00'),
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'mapper', 'individual',
    't2', 'Map', 'completed', true, 60, 300, 3, '2026-03-01 12:00+00'),
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'mapper', 'individual',
    't3', 'Map', 'completed', true, 999, 999, 9, '2026-03-02 00:00+00');
INSERT INTO migration.llm_usage_log
  (client_account_id, engagement_id, task_id, provider, model, prompt_tokens, completion_tokens, total_tokens,
    total_cost, created_at)
SELECT client_account_id, engagement_id, task_id, 'local', 'small', 1, 1, 2, 0.25, created_at
FROM migration.agent_task_history;
-- expect: 1
SELECT migration.rollup_agent_performance('2026-03-01');
-- expect: 3 | 2 | 1 | 30 | 20 | 600 | 6 | 0.7500 | 0.33 | 0.33
SELECT total_tasks, successful_tasks, failed_tasks, avg_duration_seconds, p50_duration_seconds,
  total_tokens_used, total_api_calls, total_cost, round(error_rate::numeric, 2), round(retry_rate::numeric, 2)
FROM migration.agent_performance_daily;

-- case: rolled up again, a day's figures are replaced and not added
-- guard: CREATE OR REPLACE FUNCTION migration.rollup_agent_performance(day date) RETURNS bigint LANGUAGE
--   sql AS
--   $$WITH made AS (INSERT INTO migration.agent_performance_daily
--   (client_account_id, engagement_id, date, agent_name, total_tasks)
--   SELECT client_account_id, engagement_id, day, agent_name, count(*) FROM migration.agent_task_history
--   GROUP BY 1, 2, 4 ON CONFLICT DO NOTHING RETURNING 1) SELECT count(*) FROM made$$
INSERT INTO migration.agent_task_history
  (client_account_id, engagement_id, agent_name, agent_type, task_id, task_name, created_at)
VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'mapper', 'individual',
    't1', 'Map', '2026-03-01 10:00+00');
SELECT migration.rollup_agent_performance('2026-03-01');
INSERT INTO migration.agent_task_history
  (client_account_id, engagement_id, agent_name, agent_type, task_id, task_name, created_at)
VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'mapper', 'individual',
    't2', 'Map', '2026-03-01 11:00+00');
SELECT migration.rollup_agent_performance('2026-03-01');
-- expect: 2
SELECT total_tasks FROM migration.agent_performance_daily;

-- case: the roll-up covers all clients, and only operations start it
-- guard: ALTER FUNCTION migration.rollup_agent_performance(date) SECURITY INVOKER;
--   REVOKE INSERT ON migration.agent_performance_daily FROM platform_admin_role
-- guard: GRANT EXECUTE ON FUNCTION migration.rollup_agent_performance(date) TO application_role
INSERT INTO migration.agent_task_history
  (client_account_id, engagement_id, agent_name, agent_type, task_id, task_name, created_at)
SELECT client_account_id, id, 'mapper', 'individual', 't1', 'Map', '2026-03-01 10:00+00'
FROM migration.engagements;
SET LOCAL ROLE application_role;
-- expect: error 42501
SELECT migration.rollup_agent_performance('2026-03-01');
SET LOCAL ROLE platform_admin_role;
-- expect: 2
SELECT migration.rollup_agent_performance('2026-03-01');

-- What operations asks: health checks, reachability of tenants, indexes, the pool, the audit of row security.

INSERT INTO tenants (id, name, slug, admin_email, isolation_level, is_active) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'Alder', 'alder', 'ops@alder.example.com', 'row', true),
  ('b0000000-0000-4000-8000-000000000000', 'Birch', 'birch', 'ops@birch.example.com', 'row', false);
INSERT INTO users (id, tenant_id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000000', 'ada@example.com', 'hash');
INSERT INTO user_sessions (tenant_id, user_id, session_token, refresh_token, status, expires_at,
  last_activity_at)
VALUES
  ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', repeat('1', 64),
    repeat('a', 64), 'active', now() + interval '1 hour', '2026-03-01 09:00:00+00'),
  ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', repeat('2', 64),
    repeat('b', 64), 'active', now() - interval '1 hour', '2026-02-01 09:00:00+00'),
  ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', repeat('3', 64),
    repeat('c', 64), 'revoked', now() + interval '1 hour', '2026-04-01 09:00:00+00');

-- case: the health check gives four answers, over all tenants
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('database_health_check'::regproc),
--   'AND s.expires_at > now()', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('database_health_check'::regproc),
--   'FILTER (WHERE t.is_active)', ''); END $do$
-- guard: ALTER FUNCTION database_health_check() OWNER TO adx_owner;
--   GRANT EXECUTE ON FUNCTION database_health_check() TO adx_admin
SET LOCAL ROLE adx_admin;
-- expect: rows
--   active_sessions | healthy | 1
--   database_connection | healthy | -
--   rls_policies | healthy | 117
--   tenant_count | healthy | 1
SELECT check_name, status, coalesce(details ->> 'count', details ->> 'active', '-')
FROM database_health_check() ORDER BY check_name;

-- case: without a single policy the health check warns, and the enhanced one calls it critical
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('database_health_check'::regproc),
--   'count(*) = 0', 'false'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('enhanced_database_health_check'::regproc),
--   'policies = 0', 'false'); END $do$
DO $$
DECLARE
  policy record;
BEGIN
  FOR policy IN SELECT policyname, tablename FROM pg_policies WHERE schemaname = 'public' LOOP
    EXECUTE format('DROP POLICY %I ON %I', policy.policyname, policy.tablename);
  END LOOP;
END
$$;
-- expect: warning
SELECT status FROM database_health_check() WHERE check_name = 'rls_policies';
-- expect: critical
SELECT status FROM enhanced_database_health_check() WHERE check_name = 'tenant_isolation';

-- case: the enhanced health check gives six answers, each with the time it took
-- guard: DO $do$ BEGIN EXECUTE regexp_replace(pg_get_functiondef('enhanced_database_health_check'::regproc),
--   'pg_size_pretty.measured..;\s*RETURN NEXT', 'pg_size_pretty(measured))'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('enhanced_database_health_check'::regproc),
--   'response_time_ms := ', 'response_time_ms := NULL * '); END $do$
SET LOCAL ROLE adx_admin;
-- expect: rows
--   active_connections
--   database_connection
--   database_size
--   index_usage
--   query_performance
--   tenant_isolation
SELECT check_name FROM enhanced_database_health_check() WHERE response_time_ms >= 0 ORDER BY check_name;

-- case: ten slow queries in an hour are a warning, fifty are critical, older ones do not count
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('enhanced_database_health_check'::regproc),
--   'AND q.executed_at > now() - interval ''1 hour''', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('enhanced_database_health_check'::regproc),
--   'q.is_slow_query AND', ''); END $do$
-- guard: CREATE OR REPLACE FUNCTION health_status(measured numeric, warning numeric, critical numeric)
--   RETURNS text LANGUAGE sql IMMUTABLE
--   RETURN CASE WHEN measured <= warning THEN 'healthy' ELSE 'warning' END
INSERT INTO query_performance_log (query_hash, query_type, execution_time_ms, is_slow_query, executed_at)
SELECT 'h', 'SELECT', 2000, n <= 9, now() - interval '1 minute'
FROM generate_series(1, 100) AS n;
INSERT INTO query_performance_log (query_hash, query_type, execution_time_ms, is_slow_query, executed_at)
SELECT 'h', 'SELECT', 2000, true, now() - interval '2 hours' FROM generate_series(1, 100);
-- expect: healthy
SELECT status FROM enhanced_database_health_check() WHERE check_name = 'query_performance';
INSERT INTO query_performance_log (query_hash, query_type, execution_time_ms, is_slow_query)
VALUES ('h', 'SELECT', 2000, true);
-- expect: warning
SELECT status FROM enhanced_database_health_check() WHERE check_name = 'query_performance';
INSERT INTO query_performance_log (query_hash, query_type, execution_time_ms, is_slow_query)
SELECT 'h', 'SELECT', 2000, true FROM generate_series(1, 40);
-- expect: critical
SELECT status FROM enhanced_database_health_check() WHERE check_name = 'query_performance';

-- case: without an active tenant the enhanced health check warns
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('enhanced_database_health_check'::regproc),
--   'FROM public.tenants t WHERE t.is_active', 'FROM public.tenants t'); END $do$
-- expect: healthy
SELECT status FROM enhanced_database_health_check() WHERE check_name = 'tenant_isolation';
UPDATE tenants SET is_active = false;
-- expect: warning
SELECT status FROM enhanced_database_health_check() WHERE check_name = 'tenant_isolation';

-- case: unused indexes of a new database are no fault
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('enhanced_database_health_check'::regproc),
--   'since > now() - interval ''7 days'' OR', ''); END $do$
-- expect: healthy | f
SELECT status, details ->> 'judged' = 'true' FROM enhanced_database_health_check()
WHERE check_name = 'index_usage';

-- case: each active tenant is listed once, with its latest active session
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('validate_tenant_connections'::regproc),
--   'WHERE t.is_active', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('validate_tenant_connections'::regproc),
--   'AND s.status = ''active''', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('validate_tenant_connections'::regproc),
--   'max(s.last_activity_at)', 'min(s.last_activity_at)'); END $do$
SET LOCAL ROLE adx_admin;
-- expect: Alder | connected | t | t
SELECT tenant_name, connection_status, table_count > 50, last_activity = '2026-03-01 09:00:00+00'
FROM validate_tenant_connections();

-- case: a tenant of level schema is connected when its schema is there, with its tables counted
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('validate_tenant_connections'::regproc),
--   'AND r.tenant_id = t.id', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('validate_tenant_connections'::regproc),
--   'count(DISTINCT n.oid) > 0, count(c.oid)', 'true, count(DISTINCT n.oid)'); END $do$
CREATE SCHEMA cedar_data;
CREATE TABLE cedar_data.one ();
CREATE TABLE cedar_data.two ();
INSERT INTO tenants (id, name, slug, admin_email, isolation_level) VALUES
  ('c0000000-0000-4000-8000-000000000000', 'Cedar', 'cedar', 'ops@cedar.example.com', 'schema'),
  ('d0000000-0000-4000-8000-000000000000', 'Dogwood', 'dogwood', 'ops@dogwood.example.com', 'schema');
INSERT INTO tenant_schemas (tenant_id, schema_name) VALUES
  ('c0000000-0000-4000-8000-000000000000', 'cedar_data'), ('d0000000-0000-4000-8000-000000000000', 'lost');
-- expect: rows
--   Cedar | connected | t | 2
--   Dogwood | disconnected | f | 0
SELECT tenant_name, connection_status, schema_exists, table_count
FROM validate_tenant_connections() WHERE tenant_name IN ('Cedar', 'Dogwood');

-- case: a tenant of level database is connected when its database is there and ready
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('validate_tenant_connections'::regproc),
--   'AND r.status = ''ready''', ''); END $do$
INSERT INTO tenants (id, name, slug, admin_email, isolation_level) VALUES
  ('c0000000-0000-4000-8000-000000000000', 'Cedar', 'cedar', 'ops@cedar.example.com', 'database');
INSERT INTO tenant_databases (tenant_id, database_name, dsn_ref)
VALUES ('c0000000-0000-4000-8000-000000000000', current_database(), 'vault:cedar');
-- expect: disconnected
SELECT connection_status FROM validate_tenant_connections() WHERE tenant_name = 'Cedar';
UPDATE tenant_databases SET status = 'ready';
-- expect: connected
SELECT connection_status FROM validate_tenant_connections() WHERE tenant_name = 'Cedar';

-- case: the index analysis lists every index, largest first, and names the unused ones
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('analyze_index_performance'::regproc),
--   'size.bytes DESC', 'size.bytes'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('analyze_index_performance'::regproc),
--   'i.idx_scan = 0', 'i.idx_scan < 0'); END $do$
SET LOCAL ROLE adx_admin;
-- expect: 0
SELECT count(*)
FROM (
  SELECT pg_size_bytes(a.index_size) - lag(pg_size_bytes(a.index_size)) OVER (ORDER BY a.place) AS growth
  FROM analyze_index_performance() WITH ORDINALITY AS a (table_name, index_name, index_size, index_scans,
    tuples_read, tuples_fetched, recommendation, place)
) AS step
WHERE growth > 0;
-- expect: never used: consider dropping it
SELECT recommendation FROM analyze_index_performance() WHERE index_name = 'idx_user_bookmarks_tags';

-- case: watching the pool records one row and forgets those older than a day
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('monitor_connection_pool'::regproc),
--   'interval ''24 hours''', 'interval ''72 hours'''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('monitor_connection_pool'::regproc),
--   'interval ''24 hours''', 'interval ''1 hour'''); END $do$
INSERT INTO connection_pool_stats (pool_name, max_connections, recorded_at) VALUES
  ('old', 100, now() - interval '25 hours'), ('recent', 100, now() - interval '23 hours');
SET LOCAL ROLE adx_admin;
SELECT monitor_connection_pool();
-- expect: rows
--   main_pool | t
--   recent | f
SELECT pool_name, total_connections >= active_connections AND active_connections > 0
FROM connection_pool_stats ORDER BY pool_name;

-- case: the health status keeps one row per check, and when it last was healthy
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('update_database_health_status'::regproc),
--   'coalesce(excluded.last_healthy_at, kept.last_healthy_at)', 'excluded.last_healthy_at'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('update_database_health_status'::regproc),
--   'PERFORM public.monitor_connection_pool();', ''); END $do$
SET LOCAL ROLE adx_admin;
SELECT update_database_health_status();
INSERT INTO query_performance_log (query_hash, query_type, execution_time_ms, is_slow_query)
SELECT 'h', 'SELECT', 2000, true FROM generate_series(1, 60);
SELECT update_database_health_status();
-- expect: 6 | 2
SELECT (SELECT count(*) FROM database_health_checks WHERE check_type = 'automated'),
  (SELECT count(*) FROM connection_pool_stats);
-- expect: critical | t
SELECT status, last_healthy_at IS NOT NULL FROM database_health_checks WHERE check_name = 'query_performance';

-- case: a check is recorded under one name
-- guard: ALTER TABLE database_health_checks DROP CONSTRAINT unique_check_name
INSERT INTO database_health_checks (check_name, check_type, status) VALUES ('disk', 'storage', 'healthy');
-- expect: error 23505
INSERT INTO database_health_checks (check_name, check_type, status) VALUES ('disk', 'storage', 'healthy');

-- case: the audit of row security finds a table of tenants that is not fenced, and is silent otherwise
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('rls_audit'::regproc),
--   'WHERE NOT c.relforcerowsecurity', 'WHERE false'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('rls_audit'::regproc),
--   'i.indkey[0] = a.attnum', 'true'); END $do$
SET LOCAL ROLE adx_admin;
-- expect: none
SELECT table_name, finding FROM rls_audit();
RESET ROLE;
CREATE TABLE open_to_all (id integer PRIMARY KEY, tenant_id uuid);
SET LOCAL ROLE adx_admin;
-- expect: rows
--   no index led by tenant_id
--   no policy
--   row security is not enabled
--   row security is not forced
SELECT finding FROM rls_audit() WHERE table_name = 'public.open_to_all';

-- Health, measurements, what operations asks across tenants, and the indexes for large tables.

-- Latest result of each check. `automated` is no check_type of the first design, but it is what
-- update_database_health_status writes.
CREATE TABLE IF NOT EXISTS database_health_checks (
  id                 uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  check_name         varchar(100) NOT NULL,
  check_type         varchar(50) NOT NULL
    CHECK (check_type IN ('connection', 'performance', 'storage', 'replication', 'automated')),
  status             varchar(20) NOT NULL CHECK (status IN ('healthy', 'warning', 'critical', 'unknown')),
  details            jsonb DEFAULT '{}',
  response_time_ms   integer,
  threshold_warning  integer,
  threshold_critical integer,
  last_healthy_at    timestamptz,
  created_at         timestamptz NOT NULL DEFAULT now(),
  updated_at         timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT unique_check_name UNIQUE (check_name)
);
CREATE INDEX IF NOT EXISTS idx_database_health_checks_name_created
  ON database_health_checks (check_name, created_at);
CREATE OR REPLACE TRIGGER update_database_health_checks_updated_at
  BEFORE UPDATE ON database_health_checks
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
ALTER TABLE database_health_checks OWNER TO adx_owner;
ALTER TABLE database_health_checks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS all_tenants_database_health_checks ON database_health_checks;
CREATE POLICY all_tenants_database_health_checks ON database_health_checks
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON database_health_checks TO adx_admin, adx_definer;

-- Samples of the connections, kept for 24 hours.
CREATE TABLE IF NOT EXISTS connection_pool_stats (
  id                      uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  pool_name               varchar(100) NOT NULL,
  active_connections      integer NOT NULL DEFAULT 0,
  idle_connections        integer NOT NULL DEFAULT 0,
  max_connections         integer NOT NULL,
  total_connections       integer NOT NULL DEFAULT 0,
  connection_wait_time_ms integer DEFAULT 0,
  query_count             bigint DEFAULT 0,
  error_count             bigint DEFAULT 0,
  recorded_at             timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS idx_connection_pool_stats_recorded ON connection_pool_stats (recorded_at);
ALTER TABLE connection_pool_stats OWNER TO adx_owner;
ALTER TABLE connection_pool_stats ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS all_tenants_connection_pool_stats ON connection_pool_stats;
CREATE POLICY all_tenants_connection_pool_stats ON connection_pool_stats
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON connection_pool_stats TO adx_admin, adx_definer;

-- Measured queries, of a tenant or of none.
CREATE TABLE IF NOT EXISTS query_performance_log (
  id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id         uuid REFERENCES tenants (id) ON DELETE SET NULL,
  query_hash        varchar(64) NOT NULL,
  query_type        varchar(50) NOT NULL CHECK (query_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')),
  table_name        varchar(100),
  execution_time_ms integer NOT NULL,
  rows_affected     integer DEFAULT 0,
  query_plan_hash   varchar(64),
  is_slow_query     boolean NOT NULL DEFAULT false,
  executed_at       timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS idx_query_performance_log_executed ON query_performance_log (executed_at);
CREATE INDEX IF NOT EXISTS idx_query_performance_log_slow
  ON query_performance_log (is_slow_query, executed_at);
-- The indexes above do not serve the policy, which asks for one tenant.
CREATE INDEX IF NOT EXISTS query_performance_log_tenant_executed
  ON query_performance_log
  (tenant_id, executed_at);
ALTER TABLE query_performance_log OWNER TO adx_owner;
ALTER TABLE query_performance_log ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_query_performance_log ON query_performance_log;
CREATE POLICY tenant_isolation_query_performance_log ON query_performance_log
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_query_performance_log ON query_performance_log;
CREATE POLICY all_tenants_query_performance_log ON query_performance_log
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON query_performance_log TO adx_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON query_performance_log TO adx_admin, adx_definer;
GRANT SELECT ON query_performance_log TO adx_readonly;

-- Lock waits that were noticed.
CREATE TABLE IF NOT EXISTS database_locks_log (
  id                    uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  lock_type             varchar(50) NOT NULL,
  lock_mode             varchar(50) NOT NULL,
  table_name            varchar(100),
  transaction_id        bigint,
  process_id            integer,
  lock_duration_ms      integer,
  is_blocking           boolean NOT NULL DEFAULT false,
  blocked_queries_count integer DEFAULT 0,
  detected_at           timestamptz NOT NULL DEFAULT now(),
  resolved_at           timestamptz
);
CREATE INDEX IF NOT EXISTS idx_database_locks_log_detected ON database_locks_log (detected_at);
CREATE INDEX IF NOT EXISTS idx_database_locks_log_blocking ON database_locks_log (is_blocking, resolved_at);
ALTER TABLE database_locks_log OWNER TO adx_owner;
ALTER TABLE database_locks_log ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS all_tenants_database_locks_log ON database_locks_log;
CREATE POLICY all_tenants_database_locks_log ON database_locks_log
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON database_locks_log TO adx_admin, adx_definer;

-- Health --------------------------------------------------------------------------------------------
--
-- They run as adx_definer: they count over all tenants, and see sessions of all roles.

-- Two thresholds to a status: below the first healthy, below the second warning, else critical.
CREATE OR REPLACE FUNCTION health_status(measured numeric, warning numeric, critical numeric) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN measured IS NULL THEN 'unknown'
  WHEN measured < warning THEN 'healthy'
  WHEN measured < critical THEN 'warning'
  ELSE 'critical'
END;
ALTER FUNCTION health_status(numeric, numeric, numeric) OWNER TO adx_owner;
REVOKE ALL ON FUNCTION health_status(numeric, numeric, numeric) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION health_status(numeric, numeric, numeric) TO adx_admin, adx_definer;

-- Six rows. Sessions are counted in this database only. Unused indexes are judged in per cent, without those
-- that back constraints, and only when the statistics are a week old: any fresh database has unused indexes.
CREATE OR REPLACE FUNCTION enhanced_database_health_check()
RETURNS TABLE (check_name text, status text, details jsonb, response_time_ms integer)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  started timestamptz := clock_timestamp();
  measured bigint;
  policies bigint;
  total bigint;
  since timestamptz;
BEGIN
  SELECT count(*) INTO total FROM public.tenants;
  check_name := 'database_connection';
  response_time_ms := round(extract(epoch FROM clock_timestamp() - started) * 1000);
  status := public.health_status(response_time_ms, 100, 500);
  details := jsonb_build_object('database', current_database(), 'tenants', total);
  RETURN NEXT;

  started := clock_timestamp();
  SELECT count(*) INTO measured
  FROM pg_stat_activity a
  WHERE a.datname = current_database() AND a.state = 'active';
  check_name := 'active_connections';
  response_time_ms := round(extract(epoch FROM clock_timestamp() - started) * 1000);
  status := public.health_status(measured, 50, 100);
  details := jsonb_build_object('active', measured, 'max', current_setting('max_connections')::integer);
  RETURN NEXT;

  started := clock_timestamp();
  SELECT count(*) INTO measured FROM public.tenants t WHERE t.is_active;
  SELECT count(*) INTO policies FROM pg_policies p WHERE p.schemaname = 'public';
  check_name := 'tenant_isolation';
  response_time_ms := round(extract(epoch FROM clock_timestamp() - started) * 1000);
  status := CASE WHEN policies = 0 THEN 'critical' WHEN measured = 0 THEN 'warning' ELSE 'healthy' END;
  details := jsonb_build_object('active_tenants', measured, 'policies', policies);
  RETURN NEXT;

  started := clock_timestamp();
  SELECT count(*) INTO measured
  FROM public.query_performance_log q
  WHERE q.is_slow_query AND q.executed_at > now() - interval '1 hour';
  check_name := 'query_performance';
  response_time_ms := round(extract(epoch FROM clock_timestamp() - started) * 1000);
  status := public.health_status(measured, 10, 50);
  details := jsonb_build_object('slow_queries_last_hour', measured);
  RETURN NEXT;

  started := clock_timestamp();
  measured := pg_database_size(current_database());
  check_name := 'database_size';
  response_time_ms := round(extract(epoch FROM clock_timestamp() - started) * 1000);
  status := public.health_status(measured, 10 * 1024::numeric ^ 3, 50 * 1024::numeric ^ 3);
  details := jsonb_build_object('bytes', measured, 'size', pg_size_pretty(measured));
  RETURN NEXT;

  started := clock_timestamp();
  SELECT count(*) FILTER (WHERE i.idx_scan = 0), count(*) INTO measured, total
  FROM pg_stat_user_indexes i
  WHERE NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid);
  -- A database whose statistics were never reset does not say when it was made: its first tenant does.
  SELECT coalesce(
    d.stats_reset,
    greatest(pg_postmaster_start_time(), (SELECT coalesce(min(t.created_at), now()) FROM public.tenants t))
  ) INTO since
  FROM pg_stat_database d
  WHERE d.datname = current_database();
  check_name := 'index_usage';
  response_time_ms := round(extract(epoch FROM clock_timestamp() - started) * 1000);
  status := CASE
    WHEN since > now() - interval '7 days' OR measured = 0 THEN 'healthy'
    WHEN measured * 100 < total * 5 THEN 'warning'
    ELSE 'critical'
  END;
  details := jsonb_build_object(
    'unused', measured, 'indexes', total, 'since', since, 'judged', since <= now() - interval '7 days'
  );
  RETURN NEXT;
END
$$;
ALTER FUNCTION enhanced_database_health_check() OWNER TO adx_definer;
REVOKE ALL ON FUNCTION enhanced_database_health_check() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enhanced_database_health_check() TO adx_admin, adx_owner;

-- One row per active tenant. A database of its own counts as connected when it is there and marked ready;
-- its schema and tables cannot be seen from here and are null.
CREATE OR REPLACE FUNCTION validate_tenant_connections()
RETURNS TABLE (
  tenant_id uuid,
  tenant_name text,
  connection_status text,
  schema_exists boolean,
  table_count integer,
  last_activity timestamptz
)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT t.id, t.name::text,
    CASE WHEN place.is_there THEN 'connected' ELSE 'disconnected' END,
    CASE WHEN t.isolation_level <> 'database' THEN place.is_there END,
    place.tables::integer,
    (
      SELECT max(s.last_activity_at) FROM public.user_sessions s
      WHERE s.tenant_id = t.id AND s.status = 'active'
    )
  FROM public.tenants t
  CROSS JOIN LATERAL (
    SELECT true AS is_there, count(*) AS tables
    FROM pg_attribute a
    JOIN pg_class c ON c.oid = a.attrelid
    WHERE t.isolation_level = 'row'
      AND c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attname = 'tenant_id'
    HAVING t.isolation_level = 'row'
    UNION ALL
    SELECT count(DISTINCT n.oid) > 0, count(c.oid)
    FROM public.tenant_schemas r
    JOIN pg_namespace n ON n.nspname = r.schema_name
    LEFT JOIN pg_class c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'p')
    WHERE t.isolation_level = 'schema' AND r.tenant_id = t.id
    HAVING t.isolation_level = 'schema'
    UNION ALL
    SELECT
      EXISTS (
        SELECT FROM public.tenant_databases r JOIN pg_database d ON d.datname = r.database_name
        WHERE r.tenant_id = t.id AND r.status = 'ready'
      ),
      NULL
    WHERE t.isolation_level = 'database'
  ) AS place
  WHERE t.is_active
  ORDER BY t.name
$$;
ALTER FUNCTION validate_tenant_connections() OWNER TO adx_definer;
REVOKE ALL ON FUNCTION validate_tenant_connections() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION validate_tenant_connections() TO adx_admin, adx_owner;

-- Largest first.
CREATE OR REPLACE FUNCTION analyze_index_performance()
RETURNS TABLE (
  table_name text,
  index_name text,
  index_size text,
  index_scans bigint,
  tuples_read bigint,
  tuples_fetched bigint,
  recommendation text
)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT i.relname::text, i.indexrelname::text, pg_size_pretty(size.bytes), i.idx_scan, i.idx_tup_read,
    i.idx_tup_fetch,
    CASE
      WHEN i.idx_scan = 0 THEN 'never used: consider dropping it'
      WHEN i.idx_scan < 100 AND size.bytes > 1024 * 1024 THEN 'rarely used and large: is it worth its size?'
      WHEN i.idx_tup_read > 100 * i.idx_tup_fetch THEN 'reads far more entries than rows: check its columns'
      ELSE 'fine'
    END
  FROM pg_stat_user_indexes i
  CROSS JOIN LATERAL (SELECT pg_relation_size(i.indexrelid) AS bytes) AS size
  ORDER BY size.bytes DESC, i.relname, i.indexrelname
$$;
ALTER FUNCTION analyze_index_performance() OWNER TO adx_definer;
REVOKE ALL ON FUNCTION analyze_index_performance() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analyze_index_performance() TO adx_admin, adx_owner;

CREATE OR REPLACE FUNCTION monitor_connection_pool() RETURNS void
LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  INSERT INTO public.connection_pool_stats (
    pool_name, active_connections, idle_connections, max_connections, total_connections
  )
  SELECT 'main_pool',
    count(*) FILTER (WHERE a.state = 'active'),
    count(*) FILTER (WHERE a.state = 'idle'),
    current_setting('max_connections')::integer,
    count(*)
  FROM pg_stat_activity a
  WHERE a.datname = current_database() AND a.backend_type = 'client backend';

  DELETE FROM public.connection_pool_stats s WHERE s.recorded_at < now() - interval '24 hours';
$$;
ALTER FUNCTION monitor_connection_pool() OWNER TO adx_definer;
REVOKE ALL ON FUNCTION monitor_connection_pool() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION monitor_connection_pool() TO adx_admin, adx_owner, adx_definer;

CREATE OR REPLACE FUNCTION update_database_health_status() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO public.database_health_checks AS kept (
    check_name, check_type, status, details, response_time_ms, last_healthy_at
  )
  SELECT c.check_name, 'automated', c.status, c.details, c.response_time_ms,
    CASE WHEN c.status = 'healthy' THEN now() END
  FROM public.enhanced_database_health_check() c
  ON CONFLICT (check_name) DO UPDATE
  SET check_type = excluded.check_type,
    status = excluded.status,
    details = excluded.details,
    response_time_ms = excluded.response_time_ms,
    last_healthy_at = coalesce(excluded.last_healthy_at, kept.last_healthy_at);
  PERFORM public.monitor_connection_pool();
END
$$;
ALTER FUNCTION update_database_health_status() OWNER TO adx_definer;
REVOKE ALL ON FUNCTION update_database_health_status() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION update_database_health_status() TO adx_admin, adx_owner;

-- Across tenants ------------------------------------------------------------------------------------

-- What is wrong with the isolation of tables that have a tenant_id; no rows when all is well.
CREATE OR REPLACE FUNCTION rls_audit() RETURNS TABLE (table_name text, finding text)
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT c.oid::regclass::text, problem.text
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
  CROSS JOIN LATERAL (
    SELECT 'row security is not enabled' AS text WHERE NOT c.relrowsecurity
    UNION ALL
    SELECT 'row security is not forced' WHERE NOT c.relforcerowsecurity
    UNION ALL
    SELECT 'no policy' WHERE NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)
    UNION ALL
    SELECT 'no index led by tenant_id' WHERE NOT EXISTS (
      SELECT FROM pg_index i
      WHERE i.indrelid = c.oid AND i.indkey[0] = a.attnum AND i.indisvalid AND i.indpred IS NULL
    )
  ) AS problem
  WHERE c.relkind IN ('r', 'p')
    AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'bulkhead')
  ORDER BY 1, 2
$$;
ALTER FUNCTION rls_audit() OWNER TO adx_owner;
REVOKE ALL ON FUNCTION rls_audit() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rls_audit() TO adx_admin;

-- Every table with rows of the tenant, and how many: what a backup of one tenant must hold.
CREATE OR REPLACE FUNCTION export_tenant(tenant_id uuid) RETURNS TABLE (table_name text, row_count bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_variable
DECLARE
  relation record;
BEGIN
  FOR relation IN
    SELECT c.oid::regclass::text AS name, a.attname AS key
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid
      AND a.attname = CASE c.relname WHEN 'tenants' THEN 'id' ELSE 'tenant_id' END
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    UNION ALL
    SELECT c.oid::regclass::text, NULL
    FROM public.tenant_schemas s
    JOIN pg_namespace n ON n.nspname = s.schema_name
    JOIN pg_class c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'p')
    WHERE s.tenant_id = export_tenant.tenant_id
    ORDER BY 1
  LOOP
    IF relation.key IS NULL THEN
      EXECUTE format('SELECT count(*) FROM %s', relation.name) INTO row_count;
    ELSE
      EXECUTE format('SELECT count(*) FROM %s WHERE %I = $1', relation.name, relation.key)
        INTO row_count USING export_tenant.tenant_id;
    END IF;
    IF row_count > 0 THEN
      table_name := relation.name;
      RETURN NEXT;
    END IF;
  END LOOP;
END
$$;
ALTER FUNCTION export_tenant(uuid) OWNER TO adx_definer;
REVOKE ALL ON FUNCTION export_tenant(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION export_tenant(uuid) TO adx_admin, adx_owner, adx_definer;

-- Removes a tenant with everything it has, logs included, and returns what that was. Its users who are
-- members of other tenants move to the first they joined: they are no longer this tenant's to erase, and rows
-- over there name them. They take the roles of that membership along, not those they had at home, and arrive
-- inactive where it has ended; no tenant takes a user whose address it knows as somebody else's.
-- A database of its own must be dropped first, which only the tool can do.
CREATE OR REPLACE FUNCTION erase_tenant(tenant_id uuid) RETURNS TABLE (table_name text, row_count bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  PERFORM FROM public.tenants t WHERE t.id = erase_tenant.tenant_id FOR UPDATE;
  IF NOT FOUND THEN
    RAISE no_data_found USING MESSAGE = format('there is no tenant %s', erase_tenant.tenant_id);
  END IF;
  IF EXISTS (
    SELECT FROM public.tenant_databases d WHERE d.tenant_id = erase_tenant.tenant_id AND d.status <> 'dropped'
  ) THEN
    RAISE object_not_in_prerequisite_state USING
      MESSAGE = 'the tenant still has a database of its own',
      HINT = 'Drop that database and set its status to dropped, then erase again.';
  END IF;

  UPDATE public.users u
  SET tenant_id = elsewhere.tenant_id,
    roles = elsewhere.roles,
    permissions = elsewhere.permissions,
    status = CASE WHEN elsewhere.is_active THEN u.status ELSE 'inactive' END
  FROM (
    SELECT DISTINCT ON (m.user_id) m.user_id, m.tenant_id, m.roles, m.permissions, m.is_active
    FROM public.tenant_memberships m
    JOIN public.users leaving ON leaving.id = m.user_id AND leaving.tenant_id = erase_tenant.tenant_id
    WHERE m.tenant_id <> erase_tenant.tenant_id
      AND NOT EXISTS (
        SELECT FROM public.users namesake
        WHERE namesake.tenant_id = m.tenant_id AND namesake.email = leaving.email
      )
    ORDER BY m.user_id, m.is_active DESC, m.joined_at
  ) AS elsewhere
  WHERE u.id = elsewhere.user_id;

  RETURN QUERY SELECT e.table_name, e.row_count FROM public.export_tenant(erase_tenant.tenant_id) e;

  PERFORM public.drop_tenant_schema(erase_tenant.tenant_id);
  -- The foreign keys of these only forget the tenant; all other tables go with it.
  DELETE FROM public.audit_logs l WHERE l.tenant_id = erase_tenant.tenant_id;
  DELETE FROM public.login_attempts l WHERE l.tenant_id = erase_tenant.tenant_id;
  DELETE FROM public.query_performance_log l WHERE l.tenant_id = erase_tenant.tenant_id;
  DELETE FROM public.tenants t WHERE t.id = erase_tenant.tenant_id;
END
$$;
ALTER FUNCTION erase_tenant(uuid) OWNER TO adx_definer;
REVOKE ALL ON FUNCTION erase_tenant(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_tenant(uuid) TO adx_admin, adx_owner;

-- Indexes on tables that are large by now -----------------------------------------------------------
--
-- Each is built outside a transaction, without stopping writers. A build that broke off leaves an invalid
-- index which IF NOT EXISTS takes for a finished one: it must be dropped before trying again.
-- idx_tenants_active_tier was called idx_tenants_active in the first design, like an index of 001 with
-- another column, and so was never built.

CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_users_tenant_email_status ON users (tenant_id, email, status);
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_users_active_tenant ON users (tenant_id, email)
  WHERE status = 'active';
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_files_tenant_user_status_created
  ON files (tenant_id, user_id, status, created_at);
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_files_ready_tenant ON files (tenant_id, created_at)
  WHERE status = 'ready';
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_files_metadata_gin ON files USING gin (metadata);
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_user_sessions_tenant_status_expires
  ON user_sessions (tenant_id, status, expires_at);
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_sessions_active_tenant
  ON user_sessions (tenant_id, user_id, last_activity_at)
  WHERE status = 'active';
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_audit_logs_tenant_created_action
  ON audit_logs (tenant_id, created_at, action);
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_workflow_executions_tenant_type_status
  ON workflow_executions (tenant_id, workflow_type, status);
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_file_permissions_tenant_user_type
  ON file_permissions (tenant_id, user_id, permission_type);
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_tenants_active_tier ON tenants (created_at, subscription_tier)
  WHERE is_active;
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_tenants_settings_gin ON tenants USING gin (settings);
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_tenants_quotas_gin ON tenants USING gin (quotas);
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_user_preferences_value_gin
  ON user_preferences USING gin (preference_value);
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_tenant_memberships_tenant_user
  ON tenant_memberships (tenant_id, user_id, is_active);
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_file_versions_file_tenant
  ON file_versions (file_id, tenant_id, version_number);
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_workflow_activities_workflow_tenant
  ON workflow_activities (workflow_execution_id, tenant_id, status);

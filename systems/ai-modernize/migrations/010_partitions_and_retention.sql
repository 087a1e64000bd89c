-- Purpose: partitions ahead of time, what is kept how long, erasure of a tenant, and widening of value lists.
-- Tables: data_retention_rules
-- Decisions:
--   Partitions are UTC weeks or months, this one and three ahead; upkeep calls ensure_partitions. Rows that
--   went to the default partition meanwhile are moved with their ids.
--   These functions do DDL and look across tenants, so they run as migration_definer, and only
--   platform_admin_role may call them.
--   Rules with the action archive are for a job outside of the database; apply_retention leaves them alone.

SET LOCAL search_path = migration, public;

CREATE TABLE IF NOT EXISTS data_retention_rules (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  table_name varchar(128) NOT NULL UNIQUE,
  keep_days integer NOT NULL CHECK (keep_days > 0),
  action varchar(20) NOT NULL DEFAULT 'delete' CHECK (action IN ('delete', 'drop_partition', 'archive')),
  last_run_at timestamptz,
  enabled boolean NOT NULL DEFAULT true
);
ALTER TABLE data_retention_rules OWNER TO migration_owner;
GRANT SELECT ON data_retention_rules TO application_role, reporting_role;
GRANT SELECT, INSERT, UPDATE, DELETE ON data_retention_rules TO platform_admin_role;

INSERT INTO data_retention_rules (table_name, keep_days, action) VALUES
  ('llm_usage_log', 365, 'drop_partition'),
  ('agent_task_history', 180, 'drop_partition'),
  ('security_audit_logs', 2555, 'drop_partition'),
  ('raw_import_records', 365, 'delete'),
  ('access_audit_log', 730, 'delete')
ON CONFLICT (table_name) DO NOTHING;

-- Partitions ----------------------------------------------------------------------------------------

-- Makes what is missing between two days, both included; returns how many partitions it made.
CREATE OR REPLACE FUNCTION ensure_partitions(parent text, from_day date, to_day date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET client_min_messages = warning
AS $$
DECLARE
  weekly constant boolean := parent = 'agent_task_history';
  fallback constant text := parent || '_default';
  part text;
  day timestamp;
  lower_bound timestamptz;
  upper_bound timestamptz;
  overflow boolean;
  made integer := 0;
BEGIN
  IF parent IS NULL OR parent NOT IN ('agent_task_history', 'llm_usage_log', 'security_audit_logs') THEN
    RAISE invalid_parameter_value USING MESSAGE = format('%I is not partitioned by time', parent);
  END IF;
  IF from_day > to_day OR to_day - from_day > 3660 THEN
    RAISE invalid_parameter_value USING
      MESSAGE = 'the days are in the wrong order or more than ten years apart';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('migration.ensure_partitions ' || parent, 0));
  IF to_regclass('migration.' || fallback) IS NULL THEN
    EXECUTE format('CREATE TABLE migration.%I PARTITION OF migration.%I DEFAULT', fallback, parent);
    EXECUTE format('ALTER TABLE migration.%I OWNER TO migration_owner', fallback);
    PERFORM migration.protect_partition(parent, fallback);
  END IF;
  day := date_trunc(CASE WHEN weekly THEN 'week' ELSE 'month' END, from_day::timestamp);
  WHILE day <= to_day::timestamp LOOP
    part := parent || CASE WHEN weekly THEN to_char(day, '_IYYY"_w"IW') ELSE to_char(day, '_YYYY_MM') END;
    lower_bound := day AT TIME ZONE 'UTC';
    day := day + CASE WHEN weekly THEN interval '1 week' ELSE interval '1 month' END;
    upper_bound := day AT TIME ZONE 'UTC';
    CONTINUE WHEN to_regclass('migration.' || part) IS NOT NULL;
    EXECUTE format(
      'CREATE TABLE migration.%I (LIKE migration.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part, parent
    );
    EXECUTE format('ALTER TABLE migration.%I OWNER TO migration_owner', part);
    EXECUTE format(
      'SELECT EXISTS (SELECT FROM migration.%I WHERE created_at >= $1 AND created_at < $2)', fallback
    ) INTO overflow USING lower_bound, upper_bound;
    IF overflow THEN
      EXECUTE format('LOCK TABLE migration.%I IN ACCESS EXCLUSIVE MODE', parent);
      -- Detached, the default partition is free of the triggers of its parent.
      EXECUTE format('ALTER TABLE migration.%I DETACH PARTITION migration.%I', parent, fallback);
      EXECUTE format(
        'WITH moved AS (DELETE FROM migration.%I WHERE created_at >= $1 AND created_at < $2 RETURNING *) '
        'INSERT INTO migration.%I SELECT * FROM moved', fallback, part
      ) USING lower_bound, upper_bound;
    END IF;
    EXECUTE format(
      'ALTER TABLE migration.%I ATTACH PARTITION migration.%I FOR VALUES FROM (%L) TO (%L)',
      parent, part, lower_bound, upper_bound
    );
    IF overflow THEN
      EXECUTE format('ALTER TABLE migration.%I ATTACH PARTITION migration.%I DEFAULT', parent, fallback);
    END IF;
    PERFORM migration.protect_partition(parent, part);
    made := made + 1;
  END LOOP;
  RETURN made;
END
$$;
ALTER FUNCTION ensure_partitions(text, date, date) OWNER TO migration_definer;
REVOKE ALL ON FUNCTION ensure_partitions(text, date, date) FROM PUBLIC;

-- Row security without a policy, no grants, and for the audit no TRUNCATE.
CREATE OR REPLACE FUNCTION protect_partition(parent text, part text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  EXECUTE format('ALTER TABLE migration.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', part);
  IF parent = 'security_audit_logs' THEN
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER security_audit_logs_no_truncate BEFORE TRUNCATE ON migration.%I '
      'FOR EACH STATEMENT EXECUTE FUNCTION migration.guard_append_only('''', ''security_audit_logs'')', part
    );
  END IF;
END
$$;
ALTER FUNCTION protect_partition(text, text) OWNER TO migration_owner;
REVOKE ALL ON FUNCTION protect_partition(text, text) FROM PUBLIC;

SELECT ensure_partitions(parent, today, CASE parent
  WHEN 'agent_task_history' THEN today + 21 ELSE (today + interval '3 months')::date
END)
FROM unnest(ARRAY['agent_task_history', 'llm_usage_log', 'security_audit_logs']) AS parent,
  CAST(now() AT TIME ZONE 'UTC' AS date) AS today;

-- Retention and erasure -----------------------------------------------------------------------------

-- Applies the enabled rules, or with dry_run only says what they would do. A partition goes when all of it is
-- old enough; its name says when it ends.
CREATE OR REPLACE FUNCTION apply_retention(dry_run boolean DEFAULT true)
RETURNS TABLE (from_table text, what text, rows_removed bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  rule record;
  part record;
  old_before timestamptz;
BEGIN
  FOR rule IN
    SELECT * FROM migration.data_retention_rules r
    WHERE r.enabled AND r.action <> 'archive'
      AND to_regclass('migration.' || quote_ident(r.table_name)) IS NOT NULL
    ORDER BY r.table_name
  LOOP
    old_before := now() - make_interval(days => rule.keep_days);
    from_table := rule.table_name;
    IF rule.action = 'drop_partition' THEN
      FOR part IN
        SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = format('migration.%I', rule.table_name)::regclass
          AND c.relname ~ '_\d{4}_(w\d{2}|\d{2})$'
          AND CASE WHEN c.relname ~ '_w\d{2}$'
            THEN to_date(right(c.relname, 8), 'IYYY"_w"IW') + interval '1 week'
            ELSE to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month'
          END AT TIME ZONE 'UTC' <= old_before
        ORDER BY 1
      LOOP
        what := part.relname;
        EXECUTE format('SELECT count(*) FROM migration.%I', part.relname) INTO rows_removed;
        IF NOT dry_run THEN
          EXECUTE format('DROP TABLE migration.%I', part.relname);
        END IF;
        RETURN NEXT;
      END LOOP;
    END IF;
    -- For a partitioned table these are the old rows of the default partition.
    what := 'rows';
    EXECUTE format(
      'SELECT count(*) FROM migration.%I WHERE created_at < $1',
      rule.table_name || CASE rule.action WHEN 'drop_partition' THEN '_default' ELSE '' END
    ) INTO rows_removed USING old_before;
    IF NOT dry_run THEN
      EXECUTE format(
        'DELETE FROM migration.%I WHERE created_at < $1',
        rule.table_name || CASE rule.action WHEN 'drop_partition' THEN '_default' ELSE '' END
      ) USING old_before;
      UPDATE migration.data_retention_rules r SET last_run_at = clock_timestamp() WHERE r.id = rule.id;
    END IF;
    IF rows_removed > 0 THEN
      RETURN NEXT;
    END IF;
  END LOOP;
END
$$;
ALTER FUNCTION apply_retention(boolean) OWNER TO migration_definer;
REVOKE ALL ON FUNCTION apply_retention(boolean) FROM PUBLIC;

-- Removes everything of a client, its audit included, and notes that in the audit of the platform. People who
-- worked for this client only go too, unless rows of others name them. Without a confirmation only the two
-- test tenants; the confirmation is the slug of the client. Returns the rows removed from each table.
CREATE OR REPLACE FUNCTION purge_tenant(client uuid, confirm text DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  account migration.client_accounts;
  people uuid[];
  person uuid;
  relation text;
  removed bigint;
  counts jsonb := '{}';
BEGIN
  SELECT * INTO account FROM migration.client_accounts c WHERE c.id = client FOR UPDATE;
  IF NOT coalesce(migration.is_test_tenant(client), false)
    AND (account.id IS NULL OR confirm IS DISTINCT FROM account.slug)
  THEN
    RAISE insufficient_privilege USING
      MESSAGE = format('client %s is no test tenant: nothing is removed without a confirmation', client),
      HINT = 'Give the slug of the client as the second argument.';
  END IF;
  people := ARRAY(
    SELECT a.user_id FROM migration.user_account_associations a
    JOIN migration.users u ON u.id = a.user_id
    WHERE a.client_account_id = client AND NOT u.is_admin AND NOT EXISTS (
      SELECT FROM migration.user_account_associations o
      WHERE o.user_id = a.user_id AND o.client_account_id <> client
    )
  );
  -- Children before parents, so that each table is counted for itself.
  FOREACH relation IN ARRAY ARRAY[
    'access_audit_log', 'security_audit_logs', 'agent_learning_patterns', 'llm_usage_log',
    'agent_performance_daily', 'agent_task_history', 'platform_credentials', 'collection_flows',
    'assessment_learning_feedback', 'sixr_decisions', 'tech_debt_analysis', 'component_treatments',
    'application_components', 'application_architecture_overrides', 'engagement_architecture_standards',
    'assessments', 'asset_phase_history', 'asset_dependencies', 'assets', 'import_field_mappings',
    'raw_import_records', 'data_imports', 'execution_flows', 'migration_waves', 'planning_flows',
    'assessment_flows', 'discovery_flows', 'crewai_flow_state_extensions', 'engagement_access',
    'client_access', 'user_account_associations', 'engagements'
  ] LOOP
    EXECUTE format('DELETE FROM migration.%I WHERE client_account_id = $1', relation) USING client;
    GET DIAGNOSTICS removed = ROW_COUNT;
    IF removed > 0 THEN
      counts := counts || jsonb_build_object(relation, removed);
    END IF;
  END LOOP;
  DELETE FROM migration.user_roles r WHERE r.scope_client_id = client;
  DELETE FROM migration.client_accounts c WHERE c.id = client;
  GET DIAGNOSTICS removed = ROW_COUNT;
  IF removed > 0 THEN
    counts := counts || jsonb_build_object('client_accounts', removed);
  END IF;
  removed := 0;
  FOREACH person IN ARRAY people LOOP
    BEGIN
      DELETE FROM migration.users u WHERE u.id = person;
      removed := removed + 1;
    EXCEPTION WHEN foreign_key_violation THEN
      PERFORM migration.forget_user(person);
    END;
  END LOOP;
  IF removed > 0 THEN
    counts := counts || jsonb_build_object('users', removed);
  END IF;
  IF counts <> '{}' AND NOT migration.is_test_tenant(client) THEN
    INSERT INTO migration.security_audit_logs
      (event_type, event_category, severity, actor_user_id, target_type, target_id, action, result,
        description, details)
    VALUES
      ('tenant_purged', 'admin', 'CRITICAL', left(session_user, 36), 'client_account', client::text,
        'purge_tenant', 'success', 'everything of a client was removed', counts);
  END IF;
  RETURN counts;
END
$$;
ALTER FUNCTION purge_tenant(uuid, text) OWNER TO migration_definer;
REVOKE ALL ON FUNCTION purge_tenant(uuid, text) FROM PUBLIC;

-- Value lists ---------------------------------------------------------------------------------------

-- Replaces the list of a column's CHECK constraint by a whole new one. A value that rows use cannot be left
-- out. Works on constraints named <table>_<column>_check that are a list of values and nothing else.
CREATE OR REPLACE FUNCTION extend_check(of_table text, of_column text, new_values text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  relation regclass := to_regclass(format('migration.%I', of_table));
  rule text := format('%s_%s_check', of_table, of_column);
  listed text;
  too_long text;
  in_use text;
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint k
    WHERE k.conrelid = relation AND k.conname = rule AND k.contype = 'c'
      AND pg_get_constraintdef(k.oid) ~ format('^CHECK \(\(\(%s\)::text = (ANY |'')', of_column)
  ) THEN
    RAISE undefined_object USING
      MESSAGE = format('%I.%I has no list of values named %I', of_table, of_column, rule);
  END IF;
  IF coalesce(cardinality(new_values), 0) = 0 OR array_position(new_values, NULL) IS NOT NULL THEN
    RAISE invalid_parameter_value USING MESSAGE = 'the list is empty or holds a null';
  END IF;
  SELECT v INTO too_long
  FROM unnest(new_values) AS v, pg_attribute a
  WHERE a.attrelid = relation AND a.attname = of_column AND a.atttypmod > 0 AND length(v) > a.atttypmod - 4;
  IF too_long IS NOT NULL THEN
    RAISE string_data_right_truncation USING MESSAGE = format('%L does not fit into %I', too_long, of_column);
  END IF;
  EXECUTE format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', relation);
  EXECUTE format('SELECT min(%I) FROM %s WHERE %1$I <> ALL ($1)', of_column, relation)
  INTO in_use USING new_values;
  IF in_use IS NOT NULL THEN
    RAISE check_violation USING
      MESSAGE = format('%L is in use in %I.%I and cannot leave the list', in_use, of_table, of_column);
  END IF;
  SELECT string_agg(quote_literal(v), ', ' ORDER BY place) INTO listed
  FROM unnest(new_values) WITH ORDINALITY AS given (v, place);
  EXECUTE format(
    'ALTER TABLE %s DROP CONSTRAINT %I, ADD CONSTRAINT %2$I CHECK (%I IN (%s))',
    relation, rule, of_column, listed
  );
END
$$;
ALTER FUNCTION extend_check(text, text, text[]) OWNER TO migration_definer;
REVOKE ALL ON FUNCTION extend_check(text, text, text[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION
  ensure_partitions(text, date, date), apply_retention(boolean), purge_tenant(uuid, text),
  extend_check(text, text, text[])
TO platform_admin_role;
GRANT EXECUTE ON FUNCTION is_test_tenant(uuid) TO platform_admin_role;

-- Partitions: where rows go, what upkeep makes, how children are protected; and what retention takes away.

INSERT INTO migration.client_accounts (id, name, slug) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Alder Freight', 'alder');
INSERT INTO migration.engagements (id, client_account_id, name, slug) VALUES
  ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'First', 'first');

CREATE FUNCTION pg_temp.log_use(at timestamptz) RETURNS void LANGUAGE sql AS $func$
  INSERT INTO migration.llm_usage_log
    (client_account_id, engagement_id, provider, model, prompt_tokens, completion_tokens, total_tokens,
      created_at)
  VALUES
    ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'local', 'small', 1, 1,
      2, at)
$func$;
CREATE FUNCTION pg_temp.log_task(at timestamptz) RETURNS void LANGUAGE sql AS $func$
  INSERT INTO migration.agent_task_history
    (client_account_id, engagement_id, agent_name, agent_type, task_id, task_name, created_at)
VALUES
    ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'mapper', 'individual',
      'task', 'Map fields', at)
$func$;
CREATE FUNCTION pg_temp.log_event(at timestamptz) RETURNS void LANGUAGE sql AS $func$
  INSERT INTO migration.security_audit_logs
    (event_type, event_category, actor_user_id, description, created_at)
  VALUES ('login', 'auth', 'someone', 'Logged in', at)
$func$;

-- case: from the start there are partitions for now and three periods ahead
-- guard: DO $$DECLARE part name; BEGIN FOREACH part IN ARRAY ARRAY(SELECT relname FROM pg_class
--   WHERE relnamespace = 'migration'::regnamespace AND relispartition AND relkind = 'r' AND relname ~ '\d$')
--   LOOP EXECUTE format('DROP TABLE migration.%I', part); END LOOP; END$$
-- expect: rows
--   agent_task_history | 4
--   llm_usage_log | 4
--   security_audit_logs | 4
SELECT p.relname, count(*)
FROM pg_inherits AS i JOIN pg_class AS p ON p.oid = i.inhparent JOIN pg_class AS c ON c.oid = i.inhrelid
WHERE p.relkind = 'p' AND c.relname !~ '_default$'
GROUP BY p.relname ORDER BY p.relname;

-- case: rows of today go to a partition of their own and not to the default one
-- guard: DO $$DECLARE part name; BEGIN FOREACH part IN ARRAY ARRAY(SELECT relname FROM pg_class
--   WHERE relnamespace = 'migration'::regnamespace AND relispartition AND relkind = 'r' AND relname ~ '\d$')
--   LOOP EXECUTE format('DROP TABLE migration.%I', part); END LOOP; END$$
SELECT pg_temp.log_use(now()), pg_temp.log_task(now()), pg_temp.log_event(now());
-- expect: t
SELECT tableoid::regclass::text = 'migration.llm_usage_log' || to_char(now() AT TIME ZONE 'UTC', '_YYYY_MM')
FROM migration.llm_usage_log;
-- expect: t
SELECT tableoid::regclass::text
  = 'migration.agent_task_history' || to_char(now() AT TIME ZONE 'UTC', '_IYYY"_w"IW')
FROM migration.agent_task_history;
-- expect: t
SELECT tableoid::regclass::text
  = 'migration.security_audit_logs' || to_char(now() AT TIME ZONE 'UTC', '_YYYY_MM')
FROM migration.security_audit_logs;

-- case: upkeep makes what is missing, once, by month and by ISO week
-- guard: CREATE OR REPLACE FUNCTION migration.ensure_partitions(parent text, from_day date, to_day date)
--   RETURNS integer LANGUAGE sql AS 'SELECT 3'
-- expect: 3
SELECT migration.ensure_partitions('llm_usage_log', '2041-01-31', '2041-03-01');
-- expect: 0
SELECT migration.ensure_partitions('llm_usage_log', '2041-01-31', '2041-03-01');
-- expect: 2
SELECT migration.ensure_partitions('agent_task_history', '2040-12-31', '2041-01-07');
-- expect: rows
--   agent_task_history_2041_w01
--   agent_task_history_2041_w02
--   llm_usage_log_2041_01
--   llm_usage_log_2041_02
--   llm_usage_log_2041_03
SELECT relname FROM pg_class WHERE relkind = 'r' AND relname ~ '_204[01]_' ORDER BY relname;

-- case: the periods are those of UTC, whatever the zone of the session
-- guard: CREATE OR REPLACE FUNCTION migration.ensure_partitions(parent text, from_day date, to_day date)
--   RETURNS integer LANGUAGE plpgsql AS $$BEGIN EXECUTE format('CREATE TABLE migration.llm_usage_log_2041_02
--   PARTITION OF migration.llm_usage_log FOR VALUES FROM (%L) TO (%L)', from_day, to_day); RETURN 1; END$$
SET LOCAL TIME ZONE 'Asia/Tokyo';
SELECT migration.ensure_partitions('llm_usage_log', '2041-02-01', '2041-02-28');
SELECT pg_temp.log_use('2041-02-28 23:59+00'), pg_temp.log_use('2041-01-31 23:59+00');
-- expect: rows
--   migration.llm_usage_log_default
--   migration.llm_usage_log_2041_02
SELECT tableoid::regclass FROM migration.llm_usage_log ORDER BY created_at;

-- case: rows that waited in the default partition move to the new one and keep their ids
-- guard: CREATE OR REPLACE FUNCTION migration.ensure_partitions(parent text, from_day date, to_day date)
--   RETURNS integer LANGUAGE sql AS 'SELECT 1'
SELECT pg_temp.log_event('2041-02-10 12:00+00'), pg_temp.log_event('2041-05-10 12:00+00');
CREATE TEMP TABLE before AS SELECT id FROM migration.security_audit_logs;
SELECT migration.ensure_partitions('security_audit_logs', '2041-02-01', '2041-02-28');
-- expect: rows
--   migration.security_audit_logs_2041_02
--   migration.security_audit_logs_default
SELECT tableoid::regclass FROM migration.security_audit_logs ORDER BY created_at;
-- expect: 2
SELECT count(*) FROM before JOIN migration.security_audit_logs USING (id);

-- case: upkeep knows its three tables, and days in order
-- guard: CREATE OR REPLACE FUNCTION migration.ensure_partitions(parent text, from_day date, to_day date)
--   RETURNS integer LANGUAGE sql AS 'SELECT 0'
-- expect: error 22023
SELECT migration.ensure_partitions('assets', '2041-01-01', '2041-02-01');
-- expect: error 22023
SELECT migration.ensure_partitions('llm_usage_log', '2041-02-01', '2041-01-01');
-- expect: error 22023
SELECT migration.ensure_partitions('llm_usage_log', '2041-01-01', '2141-01-01');

-- case: a partition has row security on and forced, also one that was made later
-- guard: CREATE OR REPLACE FUNCTION migration.protect_partition(parent text, part text) RETURNS void
--   LANGUAGE sql AS 'SELECT'
-- guard: ALTER TABLE migration.llm_usage_log_default NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.agent_task_history_default DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.security_audit_logs_default DISABLE ROW LEVEL SECURITY
SELECT migration.ensure_partitions(parent, '2041-01-01', '2041-01-01')
FROM unnest(ARRAY['agent_task_history', 'llm_usage_log', 'security_audit_logs']) AS parent;
-- expect: none
SELECT c.relname
FROM pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhrelid
WHERE c.relkind = 'r' AND NOT (c.relrowsecurity AND c.relforcerowsecurity);

-- case: nobody but the owner has a right on a partition
-- guard: GRANT SELECT ON migration.llm_usage_log_default TO application_role
-- guard: GRANT INSERT ON migration.agent_task_history_default TO reporting_role
-- guard: ALTER DEFAULT PRIVILEGES FOR ROLE migration_definer IN SCHEMA migration
--   GRANT SELECT ON TABLES TO application_role
-- guard: GRANT SELECT ON migration.security_audit_logs_default TO platform_admin_role
SELECT migration.ensure_partitions(parent, '2041-01-01', '2041-01-01')
FROM unnest(ARRAY['agent_task_history', 'llm_usage_log', 'security_audit_logs']) AS parent;
-- expect: none
SELECT c.relname, a.grantee::regrole, a.privilege_type
FROM pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhrelid, aclexplode(c.relacl) AS a
WHERE c.relkind = 'r' AND a.grantee <> c.relowner;

-- case: a partition cannot be read past its parent
-- guard: GRANT SELECT ON migration.llm_usage_log_default TO application_role
SELECT pg_temp.log_use('2041-02-10 12:00+00');
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: 1
SELECT count(*) FROM migration.llm_usage_log;
-- expect: error 42501
SELECT count(*) FROM migration.llm_usage_log_default;

-- case: a careless grant on a partition shows nothing
-- guard: ALTER TABLE migration.llm_usage_log_default DISABLE ROW LEVEL SECURITY
SELECT pg_temp.log_use('2041-02-10 12:00+00');
GRANT SELECT ON migration.llm_usage_log_default TO application_role;
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: 0
SELECT count(*) FROM migration.llm_usage_log_default;

-- case: row security holds in a partition that was made later
-- guard: ALTER POLICY tenant_isolation ON migration.llm_usage_log USING (true)
SELECT migration.ensure_partitions('llm_usage_log', '2041-01-01', '2041-01-01');
SELECT pg_temp.log_use('2041-01-10 12:00+00');
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('b0000000-0000-4000-8000-000000000001');
-- expect: 0
SELECT count(*) FROM migration.llm_usage_log;

-- case: a partition that was made later keeps tenants, sums and archived engagements like its parent
-- guard: ALTER TABLE migration.llm_usage_log DROP CONSTRAINT llm_usage_log_engagement_fkey
-- guard: ALTER TABLE migration.llm_usage_log DROP CONSTRAINT llm_usage_log_total_tokens_check
-- guard: DROP TRIGGER llm_usage_log_engagement_open ON migration.llm_usage_log
SELECT migration.ensure_partitions('llm_usage_log', '2041-01-01', '2041-01-01');
SELECT pg_temp.log_use('2041-01-10 12:00+00');
-- expect: error 23503
UPDATE migration.llm_usage_log SET client_account_id = 'b0000000-0000-4000-8000-000000000001';
-- expect: error 23514
UPDATE migration.llm_usage_log SET total_tokens = 100;
SELECT migration.archive_engagement('a1000000-0000-4000-8000-000000000001');
-- expect: error 55000
SELECT pg_temp.log_use('2041-01-10 12:00+00');

-- case: upkeep and retention are for operations only
-- guard: GRANT EXECUTE ON FUNCTION migration.ensure_partitions(text, date, date) TO application_role
-- guard: GRANT EXECUTE ON FUNCTION migration.apply_retention(boolean) TO application_role
-- guard: REVOKE EXECUTE ON FUNCTION migration.ensure_partitions(text, date, date) FROM platform_admin_role
-- guard: ALTER FUNCTION migration.ensure_partitions(text, date, date) SECURITY INVOKER
SET LOCAL ROLE application_role;
-- expect: error 42501
SELECT migration.ensure_partitions('llm_usage_log', '2041-01-01', '2041-01-01');
-- expect: error 42501
SELECT * FROM migration.apply_retention();
SET LOCAL ROLE platform_admin_role;
-- expect: 1
SELECT migration.ensure_partitions('llm_usage_log', '2041-01-01', '2041-01-01');

-- case: the retention periods are in the rules from the start
-- guard: DELETE FROM migration.data_retention_rules WHERE table_name = 'security_audit_logs'
-- expect: rows
--   access_audit_log | 730
--   agent_task_history | 180
--   llm_usage_log | 365
--   raw_import_records | 365
--   security_audit_logs | 2555
SELECT table_name, keep_days FROM migration.data_retention_rules ORDER BY table_name;

-- case: retention drops partitions that are all too old, and old rows of the default partition
-- guard: CREATE OR REPLACE FUNCTION migration.apply_retention(dry_run boolean DEFAULT true)
--   RETURNS TABLE (from_table text, what text, rows_removed bigint) LANGUAGE sql AS
--   $$SELECT 'llm_usage_log', 'llm_usage_log_2021_01', 1::bigint
--   UNION ALL SELECT 'llm_usage_log', 'rows', 1$$
SELECT migration.ensure_partitions('llm_usage_log', '2021-01-01', '2021-01-01');
SELECT pg_temp.log_use('2021-01-10 12:00+00'), pg_temp.log_use('2021-02-10 12:00+00'), pg_temp.log_use(now());
SET LOCAL ROLE platform_admin_role;
-- expect: rows
--   llm_usage_log | llm_usage_log_2021_01 | 1
--   llm_usage_log | rows | 1
SELECT * FROM migration.apply_retention(false);
-- expect: 1
SELECT count(*) FROM migration.llm_usage_log;
-- expect: t
SELECT to_regclass('migration.llm_usage_log_2021_01') IS NULL;
-- expect: 5
SELECT count(last_run_at) FROM migration.data_retention_rules;

-- case: asked without an argument, retention only says what it would do
-- guard: DROP FUNCTION migration.apply_retention(boolean); CREATE FUNCTION migration.apply_retention()
--   RETURNS TABLE (from_table text, what text, rows_removed bigint) LANGUAGE sql AS
--   $$DELETE FROM migration.access_audit_log; SELECT 'access_audit_log', 'rows', 1::bigint$$
INSERT INTO migration.access_audit_log (user_id, action_type, result, created_at) VALUES
  ('c0000000-0000-4000-8000-000000000011', 'read', 'success', now() - interval '731 days');
ALTER TABLE migration.access_audit_log DISABLE TRIGGER access_audit_log_append_only;
-- expect: access_audit_log | rows | 1
SELECT * FROM migration.apply_retention();
-- expect: 1
SELECT count(*) FROM migration.access_audit_log;

-- case: retention keeps what is not old enough, what is disabled, and what is to be archived elsewhere
-- guard: CREATE OR REPLACE FUNCTION migration.apply_retention(dry_run boolean DEFAULT true)
--   RETURNS TABLE (from_table text, what text, rows_removed bigint) LANGUAGE sql AS
--   $$WITH gone AS (DELETE FROM migration.llm_usage_log RETURNING 1)
--   SELECT 'llm_usage_log', 'rows', count(*) FROM gone$$
UPDATE migration.data_retention_rules SET enabled = false WHERE table_name = 'llm_usage_log';
UPDATE migration.data_retention_rules SET action = 'archive' WHERE table_name = 'agent_task_history';
SELECT pg_temp.log_use('2021-02-10 12:00+00'), pg_temp.log_task('2021-02-10 12:00+00'),
  pg_temp.log_event(now() - interval '2554 days');
-- expect: none
SELECT * FROM migration.apply_retention(false);
-- expect: 3
SELECT (SELECT count(*) FROM migration.llm_usage_log) + (SELECT count(*) FROM migration.agent_task_history)
  + (SELECT count(*) FROM migration.security_audit_logs);

-- case: retention takes old rows of archived engagements and of the audit, too
-- guard: ALTER FUNCTION migration.apply_retention(boolean) SECURITY INVOKER
INSERT INTO migration.users (id, email) VALUES ('c0000000-0000-4000-8000-000000000011', 'cleo@example.com');
INSERT INTO migration.data_imports
  (id, client_account_id, engagement_id, import_name, import_type, filename, imported_by)
VALUES
  ('a1000000-0000-4000-8000-000000000041', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'servers', 'cmdb', 'servers.csv',
    'c0000000-0000-4000-8000-000000000011');
INSERT INTO migration.raw_import_records
  (client_account_id, engagement_id, data_import_id, row_number, raw_data, created_at)
SELECT client_account_id, engagement_id, id, 1, '{}', now() - interval '366 days' FROM migration.data_imports;
INSERT INTO migration.access_audit_log (user_id, action_type, result, created_at) VALUES
  ('c0000000-0000-4000-8000-000000000011', 'read', 'success', now() - interval '731 days');
SELECT pg_temp.log_event(now() - interval '2556 days');
SELECT migration.archive_engagement('a1000000-0000-4000-8000-000000000001');
SET LOCAL ROLE platform_admin_role;
-- expect: rows
--   access_audit_log | rows | 1
--   raw_import_records | rows | 1
--   security_audit_logs | rows | 1
SELECT * FROM migration.apply_retention(false);

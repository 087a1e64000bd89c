-- The experiments: three zones, a partitioned audit log with a chain. Its specification names an index for
-- some unique columns, too.
-- known: analyze-indexes duplicate: experiments_v1.idx_blacklist_config_hash
-- known: analyze-indexes duplicate: providers.idx_user_quotas_user_id
-- known: analyze-indexes duplicate: quarantine.idx_quarantined_records_config_hash

-- defect: an entry of the audit log changed by hand
-- command: validate
-- finds: problems in the chain of the audit log (high)
-- about: the entry was altered
SET session_replication_role = replica;
UPDATE audits.audit_log SET action = 'nothing' WHERE id = (SELECT min(id) + 1 FROM audits.audit_log);

-- defect: no partition of the audit log for next month
-- command: validate
-- finds: the next month of the audit log has no partition (high)
-- about: 20
DO $$ BEGIN
  EXECUTE format('DROP TABLE audits.audit_log_%s',
    to_char((now() AT TIME ZONE 'UTC') + interval '1 month', 'YYYY_MM'));
END $$;

-- defect: a provider key that was encrypted with a retired key
-- command: validate
-- finds: provider keys encrypted with a key that is unknown or retired (high)
-- about: -
SET session_replication_role = replica;
UPDATE providers.user_providers SET key_id = gen_random_uuid();

-- defect: a failed index that the data check names
-- command: validate
-- finds: invalid indexes (high)
-- about: experiments_v1.experiments_once
-- fails
CREATE UNIQUE INDEX CONCURRENTLY experiments_once ON experiments_v1.experiments ((1));

-- defect: an integer sequence near its end
-- command: health-check
-- finds: sequences (warning)
-- about: system.retention_policies_id_seq for system.retention_policies (id)
-- mended
SELECT setval('system.retention_policies_id_seq', 1500000000);

-- defect: a table of users without an index on its foreign key
-- command: analyze-indexes
-- finds: missing_foreign_key (notice)
-- about: no index on the foreign key badge_user_id_fkey (user_id) of auth.badge
-- mended
CREATE TABLE auth.badge (name text, user_id uuid REFERENCES auth.users (id));

-- defect: dead rows that autovacuum is kept from
-- command: health-check
-- finds: dead_rows (warning)
-- about: public.scratch_list: 15000 dead rows
-- mended
CREATE TABLE public.scratch_list (id int) WITH (autovacuum_enabled = off);
INSERT INTO public.scratch_list SELECT i FROM generate_series(1, 30000) AS i;
DELETE FROM public.scratch_list WHERE id <= 15000;
ANALYZE public.scratch_list;
SELECT pg_temp.flush();

-- defect: a partitioned table that nobody analyzed as a whole
-- command: health-check
-- finds: planner_statistics (notice)
-- about: public.scratch_log as a whole was never analyzed, its partitions have 20000 rows
-- mended
CREATE TABLE public.scratch_log (day int) PARTITION BY RANGE (day);
CREATE TABLE public.scratch_log_1 PARTITION OF public.scratch_log FOR VALUES FROM (0) TO (100000);
INSERT INTO public.scratch_log SELECT i FROM generate_series(1, 20000) AS i;
SELECT pg_temp.flush();
ANALYZE public.scratch_log_1;

-- defect: an application role that can become one which is exempt from row security
-- command: health-check
-- finds: tenant_roles (critical)
-- about: the application role app_readwrite can become boss
-- mended
CREATE ROLE boss BYPASSRLS;
GRANT boss TO app_readwrite;
-- undo
DROP ROLE boss;

-- defect: a constraint dropped by hand
-- command: drift
-- finds: removed
-- about: constraint auth.users users_email_key
ALTER TABLE auth.users DROP CONSTRAINT users_email_key;

-- defect: a policy dropped
-- command: verify
-- finds: base tables without exactly the policies _admin and _owner
-- about: auth.sessions | sessions_admin
DROP POLICY sessions_owner ON auth.sessions;

-- defect: a setting that waits for a restart
-- command: health-check
-- finds: pending_restart (warning)
-- about: shared_buffers is still
ALTER SYSTEM SET shared_buffers = '64MB';
SELECT pg_reload_conf();
-- undo
ALTER SYSTEM RESET shared_buffers;
SELECT pg_reload_conf();

-- defect: the accounts of the seeds in a production database
-- command: validate
-- finds: accounts and projects of the made-up data (high)
-- about: account
DO $$ BEGIN
  EXECUTE format('ALTER DATABASE %I SET bulkhead.environment = %L', current_database(), 'production');
END $$;

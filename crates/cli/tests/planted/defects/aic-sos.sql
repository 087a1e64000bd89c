-- Agent workflows: a hash-chained audit log, metering, provider keys. Its specification names an index for
-- each unique column, too.
-- known: analyze-indexes duplicate: public.api_keys_key_hash_idx
-- known: analyze-indexes duplicate: public.audit_config_tenant_idx
-- known: analyze-indexes duplicate: public.steps_run_sequence_idx
-- known: analyze-indexes duplicate: public.workspace_config_workspace_idx

-- defect: an event of the audit changed by hand
-- command: validate
-- finds: broken audit chains (high)
-- about: d1000000-0000-4000-8000-000000000001
SET session_replication_role = replica;
UPDATE audit_events SET action = 'nothing.happened'
WHERE tenant_id = 'd1000000-0000-4000-8000-000000000001' AND chain_seq = 3;

-- defect: retention that nobody carries out
-- command: validate
-- finds: audit events a week past their time (low)
-- about: d1000000-0000-4000-8000-000000000001
SET session_replication_role = replica;
UPDATE audit_events SET retention_until = now() - interval '30 days';

-- defect: an index that is the beginning of another
-- command: analyze-indexes
-- finds: covered (notice)
-- about: public.steps_run_only is the beginning of
-- mended
CREATE INDEX steps_run_only ON steps (run_id, sequence DESC);
CREATE INDEX steps_run_longer ON steps (run_id, sequence DESC, status);

-- defect: all triggers of a table switched off, those of its foreign keys, too
-- command: health-check
-- finds: disabled_triggers (critical)
-- about: public.runs: foreign key runs_tenant_id_fkey is switched off
-- mended
ALTER TABLE runs DISABLE TRIGGER ALL;

-- defect: a policy that lets everybody see everything
-- command: drift
-- finds: changed
-- about: policy public.workspaces workspaces_isolation
ALTER POLICY workspaces_isolation ON workspaces USING (true);

-- defect: a table that anybody may read
-- command: verify
-- finds: functions and tables that anybody may use
-- about: runs
GRANT SELECT ON runs TO PUBLIC;

-- defect: a function with its owner's rights and an open search_path
-- command: verify
-- finds: SECURITY DEFINER functions whose search_path is open
-- about: guard_same_tenant()
ALTER FUNCTION guard_same_tenant() RESET search_path;

-- defect: default privileges that hand out every table to come
-- command: drift
-- finds: added
-- about: default privileges postgres in public for tables
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC;

-- defect: a table that took more rows since it was analyzed than it had
-- command: health-check
-- finds: planner_statistics (warning)
-- about: public.metering_events: 20000 rows (
-- mended
SET session_replication_role = replica;
ANALYZE metering_events;
INSERT INTO metering_events (tenant_id, workspace_id, metric_type, metric_name, quantity, unit)
SELECT gen_random_uuid(), gen_random_uuid(), 'api_calls', 'calls', 1, 'calls' FROM generate_series(1, 20000);
SELECT pg_temp.flush();

-- defect: a large tenant that is new, while the statistics are not old
-- command: health-check
-- finds: tenant_statistics (warning)
-- about: public.scratch_notes: tenant_id = 77000000-0000-4000-8000-000000000000 has
-- mended
CREATE TABLE scratch_notes (tenant_id uuid, note text) WITH (autovacuum_enabled = off);
INSERT INTO scratch_notes SELECT md5((i % 20)::text)::uuid, repeat('n', 100) FROM generate_series(1, 40000) AS i;
SELECT pg_temp.flush();
ANALYZE scratch_notes;
INSERT INTO scratch_notes
SELECT '77000000-0000-4000-8000-000000000000', repeat('n', 100) FROM generate_series(1, 5000);
SELECT pg_temp.flush();

-- defect: a replication slot that nobody uses
-- command: health-check
-- finds: replication_slots
-- about: physical slot west is unused
-- mended
SELECT pg_create_physical_replication_slot('west', true);

-- defect: an archive command that fails
-- command: health-check
-- finds: archiving (warning)
-- about: attempts failed
ALTER SYSTEM SET archive_command = '/bin/false';
SELECT pg_reload_conf();
CREATE TABLE to_be_archived ();
SELECT pg_switch_wal();
-- undo
ALTER SYSTEM SET archive_command = 'test -f %p';
SELECT pg_reload_conf();

-- defect: a version that was taken out of the ledger by hand
-- command: health
-- finds: pending
-- about: 1
DELETE FROM public.schema_migrations WHERE version = (SELECT max(version) FROM public.schema_migrations);

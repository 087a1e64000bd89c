-- ADX Core: 55 tables of tenants in the schema public. Its specification keeps the indexes that repeat a
-- unique constraint.
-- known: analyze-indexes duplicate: public.idx_api_keys_hash
-- known: analyze-indexes duplicate: public.idx_cross_service_workflows_orchestration_id
-- known: analyze-indexes duplicate: public.idx_email_verification_tokens_token
-- known: analyze-indexes duplicate: public.idx_file_shares_token
-- known: analyze-indexes duplicate: public.idx_password_reset_tokens_token
-- known: analyze-indexes duplicate: public.idx_tenant_billing_tenant_id
-- known: analyze-indexes duplicate: public.idx_tenant_branding_tenant_id
-- known: analyze-indexes duplicate: public.idx_tenant_domains_domain
-- known: analyze-indexes duplicate: public.idx_tenant_invitations_token
-- known: analyze-indexes duplicate: public.idx_tenants_slug
-- known: analyze-indexes duplicate: public.idx_user_sessions_token
-- known: analyze-indexes duplicate: public.idx_users_tenant_email
-- known: analyze-indexes duplicate: public.idx_workflow_schedules_schedule_id

-- defect: a unique index whose concurrent build met duplicates
-- command: analyze-indexes
-- finds: invalid (warning)
-- about: public.users_once is invalid: its build has failed
-- fails
CREATE UNIQUE INDEX CONCURRENTLY users_once ON users (tenant_id);

-- defect: a foreign key that was never validated
-- command: health-check
-- finds: not_validated_constraints (notice)
-- about: public.files: foreign key constraint files_keeper
-- mended
ALTER TABLE files ADD COLUMN keeper uuid;
ALTER TABLE files ADD CONSTRAINT files_keeper FOREIGN KEY (keeper) REFERENCES users (id) NOT VALID;

-- defect: an index that does what a constraint's index does, made by hand
-- command: analyze-indexes
-- finds: duplicate (warning)
-- about: public.tenants_by_slug does the same as public.tenants_slug_key
-- mended
CREATE INDEX tenants_by_slug ON tenants (slug);

-- defect: row security switched off
-- command: health-check
-- finds: tenant_row_security (critical)
-- about: public.files: row security is off
-- mended
ALTER TABLE files DISABLE ROW LEVEL SECURITY;

-- defect: a policy dropped, while the other one stays
-- command: drift
-- finds: removed
-- about: policy public.audit_logs tenant_isolation_audit_logs
DROP POLICY tenant_isolation_audit_logs ON audit_logs;

-- defect: the owner of the tenants' tables may log in
-- command: health-check
-- finds: tenant_roles (notice)
-- about: adx_owner owns
-- mended
ALTER ROLE adx_owner LOGIN;
-- undo
ALTER ROLE adx_owner NOLOGIN;

-- defect: an application role exempt from row security
-- command: health-check
-- finds: tenant_roles (critical)
-- about: the application role adx_app is exempt from row security (BYPASSRLS)
-- mended
ALTER ROLE adx_app BYPASSRLS;
-- undo
ALTER ROLE adx_app NOBYPASSRLS;

-- defect: a user whose tenant is gone, restored with triggers switched off
-- command: validate
-- finds: users without a tenant (high)
-- about: lost@example.com
SET session_replication_role = replica;
INSERT INTO users (tenant_id, email, password_hash)
VALUES (gen_random_uuid(), 'lost@example.com', 'no hash');

-- defect: sessions past their end that still say active
-- command: validate
-- finds: active sessions past their end, which expire_sessions() marks (low)
-- about: 2020-01-01
SET session_replication_role = replica;
UPDATE user_sessions SET expires_at = '2020-01-01', created_at = '2019-01-01';

-- defect: the tenants of the seeds in a production database
-- command: validate
-- finds: tenants of the seeds in production (high)
-- about: d1000000-0000-4000-8000-000000000000
DO $$ BEGIN
  EXECUTE format('ALTER DATABASE %I SET bulkhead.environment = %L', current_database(), 'production');
END $$;

-- defect: a large index that no query used for a month
-- command: analyze-indexes
-- finds: unused (notice)
-- about: public.import_log_line was not used for 30 d
-- mended
CREATE TABLE import_log (id int PRIMARY KEY, line text);
INSERT INTO import_log SELECT i, repeat(md5(i::text), 6) FROM generate_series(1, 70000) AS i;
CREATE INDEX import_log_line ON import_log (line);
SELECT FROM import_log WHERE id = 7;
SELECT pg_temp.flush();
SELECT pg_temp.set_back('pg_stat_bgwriter', 'stats_reset', '30 days');
DO $$ BEGIN
  EXECUTE format('COPY (SELECT) TO PROGRAM %L', format('touch -d "40 days ago" base/%s/PG_VERSION',
    (SELECT oid FROM pg_database WHERE datname = current_database())));
END $$;

-- defect: a forgotten transaction, idle for ten minutes
-- command: health-check
-- finds: idle_in_transaction (critical)
-- about: (application "checkout")
-- mended
SELECT pg_temp.set_back('pg_stat_activity', 'state_change', '10 minutes');
SET application_name = 'checkout';
BEGIN;
SELECT count(*) FROM files WHERE filename = 'a secret name';

-- defect: an extension that is older than its files
-- command: health-check
-- finds: extension_versions (warning)
-- about: pgcrypto is 0.1
UPDATE pg_extension SET extversion = '0.1' WHERE extname = 'pgcrypto';

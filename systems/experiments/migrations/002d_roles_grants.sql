-- Roles and what they may do. Which rows they may do it to is the subject of 003.
-- Roles belong to the cluster, not to this database: they are made once and shared by all databases on it.

DO $do$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['app_readonly', 'app_readwrite', 'app_admin'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;  -- Made at this moment for another database.
      END;
    END IF;
  END LOOP;
END
$do$;

DO $do$
DECLARE
  granted text;
BEGIN
  FOREACH granted IN ARRAY ARRAY['app_readonly', 'app_readwrite'] LOOP
    FOR attempt IN 1..10 LOOP
      EXIT WHEN EXISTS (
        SELECT FROM pg_auth_members
        WHERE roleid = granted::regrole AND member = 'app_admin'::regrole);
      BEGIN
        EXECUTE format('GRANT %I TO app_admin', granted);
      EXCEPTION WHEN internal_error OR unique_violation THEN
        IF attempt = 10 THEN
          RAISE;
        END IF;
        PERFORM pg_sleep(0.05 * attempt);  -- Granted at this moment for another database.
      END;
    END LOOP;
  END LOOP;
END
$do$;

REVOKE ALL ON SCHEMA
  auth, projects, experiments_v1, production, quarantine, providers, audits, system FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA
  auth, projects, experiments_v1, production, quarantine, providers, audits, system FROM PUBLIC;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA
  auth, projects, experiments_v1, production, quarantine, providers, audits, system FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA
  auth, projects, experiments_v1, production, quarantine, providers, audits, system FROM PUBLIC;

-- app_readonly: the three zones and the log. The log is granted by its parent, never by its partitions.
GRANT USAGE ON SCHEMA production, experiments_v1, quarantine, audits TO app_readonly;
GRANT SELECT ON ALL TABLES IN SCHEMA production, experiments_v1, quarantine TO app_readonly;
GRANT SELECT ON audits.audit_log, audits.statistics TO app_readonly;

-- app_readwrite, the application. It deletes nothing anywhere, and of the log it may only write.
GRANT USAGE ON SCHEMA production, experiments_v1, projects, providers, auth, audits TO app_readwrite;
-- No table of schema system: this is for calling encrypt_data and decrypt_data (002e).
GRANT USAGE ON SCHEMA system TO app_readwrite;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA production, experiments_v1 TO app_readwrite;
GRANT SELECT, INSERT, UPDATE ON projects.projects, projects.versions, projects.baselines TO app_readwrite;
GRANT SELECT, INSERT ON projects.version_history TO app_readwrite;
-- Policies belong to nobody: if users could link one to a project, a guessed id would show its code.
GRANT SELECT ON projects.policies, projects.project_policies TO app_readwrite;
GRANT SELECT, INSERT, UPDATE ON providers.user_providers, providers.usage_tracking TO app_readwrite;
GRANT SELECT, UPDATE (acknowledged, acknowledged_at) ON providers.cost_alerts TO app_readwrite;
-- Read only: a user who may write his quota has none.
GRANT SELECT ON providers.providers, providers.provider_health, providers.user_quotas TO app_readwrite;
GRANT SELECT, INSERT, UPDATE ON auth.sessions, auth.invitations, auth.password_resets TO app_readwrite;
GRANT SELECT, INSERT ON auth.audit_logs TO app_readwrite;
-- By column, without role and is_active: an account cannot be made an administrator's by its own user.
GRANT SELECT, INSERT (id, email, username, password_hash) ON auth.users TO app_readwrite;
GRANT UPDATE (
  email, username, password_hash, email_verified_at, totp_secret_enc, totp_enabled,
  failed_login_attempts, locked_until, last_login_at, updated_at
) ON auth.users TO app_readwrite;
GRANT INSERT ON audits.audit_log TO app_readwrite;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA production, experiments_v1, projects, providers, auth TO app_readwrite;

-- app_admin: everything, but of the log neither UPDATE, DELETE and TRUNCATE nor TRIGGER: a trigger of its own
-- could change an entry after it was signed.
GRANT ALL ON SCHEMA
  auth, projects, experiments_v1, production, quarantine, providers, audits, system TO app_admin;
GRANT ALL ON ALL TABLES IN SCHEMA
  auth, projects, experiments_v1, production, quarantine, providers, system TO app_admin;
GRANT ALL ON ALL SEQUENCES IN SCHEMA
  auth, projects, experiments_v1, production, quarantine, providers, system TO app_admin;
GRANT SELECT, INSERT, REFERENCES ON audits.audit_log TO app_admin;
GRANT SELECT ON audits.statistics TO app_admin;
GRANT EXECUTE ON FUNCTION audits.verify_chain(), audits.entry_signature(audits.audit_log) TO app_admin;

GRANT EXECUTE ON FUNCTION auth.current_user_id() TO app_readonly, app_readwrite, app_admin;

-- Future tables of the same owner. Not in audits, where the next tables are the partitions, and for the
-- application only in the two schemas it may write to as a whole.
ALTER DEFAULT PRIVILEGES IN SCHEMA production, experiments_v1, quarantine
  GRANT SELECT ON TABLES TO app_readonly;
ALTER DEFAULT PRIVILEGES IN SCHEMA production, experiments_v1
  GRANT SELECT, INSERT, UPDATE ON TABLES TO app_readwrite;
ALTER DEFAULT PRIVILEGES IN SCHEMA production, experiments_v1
  GRANT USAGE ON SEQUENCES TO app_readwrite;
ALTER DEFAULT PRIVILEGES IN SCHEMA auth, projects, experiments_v1, production, quarantine, providers, system
  GRANT ALL ON TABLES TO app_admin;
ALTER DEFAULT PRIVILEGES IN SCHEMA auth, projects, experiments_v1, production, quarantine, providers, system
  GRANT ALL ON SEQUENCES TO app_admin;

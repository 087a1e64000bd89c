-- Ownership, part 3: row security is switched on and forced for the 29 base tables, and app_admin gets its
-- policy for all rows. Tables of schema system hold no user's rows and rest on their grants.
--
-- Forced row security binds the tables' owner as well, and with him every SECURITY DEFINER function he owns:
-- without a policy the audit trigger could write no entry and a login would find no account. A superuser is
-- not bound. An owner who is none (a managed service) is therefore named in the admin policy; application
-- roles must not be members of him.

DO $do$
DECLARE
  relation text;
  bound_owner name;
BEGIN
  FOREACH relation IN ARRAY ARRAY[
    'auth.users', 'auth.sessions', 'auth.invitations', 'auth.audit_logs', 'auth.password_resets',
    'projects.projects', 'projects.versions', 'projects.baselines', 'projects.policies',
    'projects.project_policies', 'projects.version_history',
    'experiments_v1.experiments', 'experiments_v1.evaluations', 'experiments_v1.promotions',
    'experiments_v1.blacklist', 'experiments_v1.comparison_reports',
    'production.analysis_sessions', 'production.analysis_tasks', 'production.artifacts',
    'production.code_review_results',
    'quarantine.quarantined_records', 'quarantine.reevaluation_requests',
    'providers.providers', 'providers.user_providers', 'providers.provider_health', 'providers.user_quotas',
    'providers.usage_tracking', 'providers.cost_alerts',
    'audits.audit_log'
  ] LOOP
    SELECT r.rolname INTO bound_owner
    FROM pg_class AS c JOIN pg_roles AS r ON r.oid = c.relowner
    WHERE c.oid = relation::regclass AND NOT r.rolsuper AND NOT r.rolbypassrls;

    EXECUTE format('DROP POLICY IF EXISTS %I ON %s', split_part(relation, '.', 2) || '_admin', relation);
    EXECUTE format(
      'CREATE POLICY %I ON %s TO app_admin%s USING (true) WITH CHECK (true)',
      split_part(relation, '.', 2) || '_admin', relation, ', ' || quote_ident(bound_owner));
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', relation);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', relation);
  END LOOP;
END
$do$;

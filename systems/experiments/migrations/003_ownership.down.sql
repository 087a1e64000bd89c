-- Undoes 003: row security of the 29 base tables, their 58 policies, the owner guards and the access
-- functions. No row is lost, but THE FENCE GOES: what a role is granted (002d) it may do to the rows of
-- all users. Stop the application before. The partitions of the audit log keep the row security they have
-- from 001h.

DO $do$
DECLARE
  relation text;
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
    CONTINUE WHEN to_regclass(relation) IS NULL;
    EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', relation);
    EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', relation);
    EXECUTE format('DROP POLICY IF EXISTS %I ON %s', split_part(relation, '.', 2) || '_admin', relation);
    EXECUTE format('DROP POLICY IF EXISTS %I ON %s', split_part(relation, '.', 2) || '_owner', relation);
  END LOOP;
END
$do$;

DROP TRIGGER IF EXISTS analysis_sessions_keep_owner ON production.analysis_sessions;
DROP TRIGGER IF EXISTS projects_keep_owner ON projects.projects;
DROP FUNCTION IF EXISTS auth.keep_owner();

DROP FUNCTION IF EXISTS auth.find_login(text);
DROP FUNCTION IF EXISTS projects.can_access(uuid);
DROP FUNCTION IF EXISTS projects.accessible_versions();
DROP FUNCTION IF EXISTS projects.accessible_projects();

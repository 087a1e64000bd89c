-- Ownership, part 2: the rows of a user, one policy per table. It holds for app_readwrite and app_readonly
-- alike; what a role may do to the rows is a matter of its grants (002d).
-- Every question about the context stands in a sub-select, so that it is answered once per statement.
-- Rows of a child are those of its parent, whose own policy applies inside the sub-select.

-- Accounts: one's own.
DROP POLICY IF EXISTS users_owner ON auth.users;
CREATE POLICY users_owner ON auth.users TO app_readwrite, app_readonly
  USING (id = (SELECT auth.current_user_id()));

DROP POLICY IF EXISTS sessions_owner ON auth.sessions;
CREATE POLICY sessions_owner ON auth.sessions TO app_readwrite, app_readonly
  USING (user_id = (SELECT auth.current_user_id()));

DROP POLICY IF EXISTS invitations_owner ON auth.invitations;
CREATE POLICY invitations_owner ON auth.invitations TO app_readwrite, app_readonly
  USING (created_by = (SELECT auth.current_user_id()));

DROP POLICY IF EXISTS audit_logs_owner ON auth.audit_logs;
CREATE POLICY audit_logs_owner ON auth.audit_logs TO app_readwrite, app_readonly
  USING (user_id = (SELECT auth.current_user_id()));

DROP POLICY IF EXISTS password_resets_owner ON auth.password_resets;
CREATE POLICY password_resets_owner ON auth.password_resets TO app_readwrite, app_readonly
  USING (user_id = (SELECT auth.current_user_id()));

-- Projects: members read the project and write what is in it; the project itself is written by its owner.
DROP POLICY IF EXISTS projects_owner ON projects.projects;
CREATE POLICY projects_owner ON projects.projects TO app_readwrite, app_readonly
  USING (
    owner_id = (SELECT auth.current_user_id())
    OR settings -> 'members' ? (SELECT auth.current_user_id()::text))
  WITH CHECK (owner_id = (SELECT auth.current_user_id()));

DROP POLICY IF EXISTS versions_owner ON projects.versions;
CREATE POLICY versions_owner ON projects.versions TO app_readwrite, app_readonly
  USING (project_id = ANY ((SELECT projects.accessible_projects())::uuid[]));

DROP POLICY IF EXISTS baselines_owner ON projects.baselines;
CREATE POLICY baselines_owner ON projects.baselines TO app_readwrite, app_readonly
  USING (project_id = ANY ((SELECT projects.accessible_projects())::uuid[]));

DROP POLICY IF EXISTS project_policies_owner ON projects.project_policies;
CREATE POLICY project_policies_owner ON projects.project_policies TO app_readwrite, app_readonly
  USING (project_id = ANY ((SELECT projects.accessible_projects())::uuid[]));

-- A policy has no owner: it is seen by those whose project obeys it, and written by administrators.
DROP POLICY IF EXISTS policies_owner ON projects.policies;
CREATE POLICY policies_owner ON projects.policies FOR SELECT TO app_readwrite, app_readonly
  USING (EXISTS (SELECT FROM projects.project_policies AS p WHERE p.policy_id = policies.id));

DROP POLICY IF EXISTS version_history_owner ON projects.version_history;
CREATE POLICY version_history_owner ON projects.version_history TO app_readwrite, app_readonly
  USING (version_id = ANY ((SELECT projects.accessible_versions())::uuid[]))
  WITH CHECK (
    version_id = ANY ((SELECT projects.accessible_versions())::uuid[])
    AND changed_by = (SELECT auth.current_user_id()));

-- Zone v1.
DROP POLICY IF EXISTS experiments_owner ON experiments_v1.experiments;
CREATE POLICY experiments_owner ON experiments_v1.experiments TO app_readwrite, app_readonly
  USING (user_id = (SELECT auth.current_user_id()));

DROP POLICY IF EXISTS evaluations_owner ON experiments_v1.evaluations;
CREATE POLICY evaluations_owner ON experiments_v1.evaluations TO app_readwrite, app_readonly
  USING (EXISTS (SELECT FROM experiments_v1.experiments AS e WHERE e.id = evaluations.experiment_id));

-- Seen by the experiment's user and by the members of the project it goes to, one of whom approves it.
-- Written only between versions one can reach, for an experiment of one's own or to sign as the approver.
DROP POLICY IF EXISTS promotions_owner ON experiments_v1.promotions;
CREATE POLICY promotions_owner ON experiments_v1.promotions TO app_readwrite, app_readonly
  USING (
    to_version_id = ANY ((SELECT projects.accessible_versions())::uuid[])
    OR EXISTS (SELECT FROM experiments_v1.experiments AS e WHERE e.id = promotions.experiment_id))
  WITH CHECK (
    from_version_id = ANY ((SELECT projects.accessible_versions())::uuid[])
    AND to_version_id = ANY ((SELECT projects.accessible_versions())::uuid[])
    AND (
      approver_id = (SELECT auth.current_user_id())
      OR EXISTS (SELECT FROM experiments_v1.experiments AS e WHERE e.id = promotions.experiment_id)));

DROP POLICY IF EXISTS blacklist_owner ON experiments_v1.blacklist;
CREATE POLICY blacklist_owner ON experiments_v1.blacklist TO app_readwrite, app_readonly
  USING (quarantined_by = (SELECT auth.current_user_id()));

DROP POLICY IF EXISTS comparison_reports_owner ON experiments_v1.comparison_reports;
CREATE POLICY comparison_reports_owner ON experiments_v1.comparison_reports TO app_readwrite, app_readonly
  USING (
    v2_version_id = ANY ((SELECT projects.accessible_versions())::uuid[])
    OR EXISTS (SELECT FROM experiments_v1.experiments AS e WHERE e.id = comparison_reports.v1_experiment_id))
  WITH CHECK (
    v2_version_id = ANY ((SELECT projects.accessible_versions())::uuid[])
    AND EXISTS (
      SELECT FROM experiments_v1.experiments AS e WHERE e.id = comparison_reports.v1_experiment_id));

-- Zone v2: a session is written by its user, inside a project he can reach; all members read it.
DROP POLICY IF EXISTS analysis_sessions_owner ON production.analysis_sessions;
CREATE POLICY analysis_sessions_owner ON production.analysis_sessions TO app_readwrite, app_readonly
  USING (
    user_id = (SELECT auth.current_user_id())
    OR project_id = ANY ((SELECT projects.accessible_projects())::uuid[]))
  WITH CHECK (
    user_id = (SELECT auth.current_user_id())
    AND project_id = ANY ((SELECT projects.accessible_projects())::uuid[]));

DROP POLICY IF EXISTS analysis_tasks_owner ON production.analysis_tasks;
CREATE POLICY analysis_tasks_owner ON production.analysis_tasks TO app_readwrite, app_readonly
  USING (EXISTS (SELECT FROM production.analysis_sessions AS s WHERE s.id = analysis_tasks.session_id));

DROP POLICY IF EXISTS artifacts_owner ON production.artifacts;
CREATE POLICY artifacts_owner ON production.artifacts TO app_readwrite, app_readonly
  USING (EXISTS (SELECT FROM production.analysis_sessions AS s WHERE s.id = artifacts.session_id));

DROP POLICY IF EXISTS code_review_results_owner ON production.code_review_results;
CREATE POLICY code_review_results_owner ON production.code_review_results TO app_readwrite, app_readonly
  USING (EXISTS (SELECT FROM production.analysis_sessions AS s WHERE s.id = code_review_results.session_id));

-- Zone v3: what came from one's own experiment, or was put there by oneself.
DROP POLICY IF EXISTS quarantined_records_owner ON quarantine.quarantined_records;
CREATE POLICY quarantined_records_owner ON quarantine.quarantined_records TO app_readwrite, app_readonly
  USING (
    quarantined_by = (SELECT auth.current_user_id())
    OR EXISTS (
      SELECT FROM experiments_v1.experiments AS e WHERE e.id = quarantined_records.source_experiment_id))
  WITH CHECK (quarantined_by = (SELECT auth.current_user_id()));

DROP POLICY IF EXISTS reevaluation_requests_owner ON quarantine.reevaluation_requests;
CREATE POLICY reevaluation_requests_owner ON quarantine.reevaluation_requests TO app_readwrite, app_readonly
  USING (
    requested_by = (SELECT auth.current_user_id())
    OR EXISTS (
      SELECT FROM quarantine.quarantined_records AS q WHERE q.id = reevaluation_requests.quarantine_id))
  WITH CHECK (
    requested_by = (SELECT auth.current_user_id())
    AND EXISTS (
      SELECT FROM quarantine.quarantined_records AS q WHERE q.id = reevaluation_requests.quarantine_id));

-- Providers: the catalogue and its health are there for every user, and for nobody without a context.
DROP POLICY IF EXISTS providers_owner ON providers.providers;
CREATE POLICY providers_owner ON providers.providers FOR SELECT TO app_readwrite, app_readonly
  USING ((SELECT auth.current_user_id()) IS NOT NULL);

DROP POLICY IF EXISTS provider_health_owner ON providers.provider_health;
CREATE POLICY provider_health_owner ON providers.provider_health FOR SELECT TO app_readwrite, app_readonly
  USING ((SELECT auth.current_user_id()) IS NOT NULL);

DROP POLICY IF EXISTS user_providers_owner ON providers.user_providers;
CREATE POLICY user_providers_owner ON providers.user_providers TO app_readwrite, app_readonly
  USING (user_id = (SELECT auth.current_user_id()));

DROP POLICY IF EXISTS user_quotas_owner ON providers.user_quotas;
CREATE POLICY user_quotas_owner ON providers.user_quotas TO app_readwrite, app_readonly
  USING (user_id = (SELECT auth.current_user_id()));

DROP POLICY IF EXISTS usage_tracking_owner ON providers.usage_tracking;
CREATE POLICY usage_tracking_owner ON providers.usage_tracking TO app_readwrite, app_readonly
  USING (user_id = (SELECT auth.current_user_id()));

DROP POLICY IF EXISTS cost_alerts_owner ON providers.cost_alerts;
CREATE POLICY cost_alerts_owner ON providers.cost_alerts TO app_readwrite, app_readonly
  USING (user_id = (SELECT auth.current_user_id()));

-- The log: one's own entries. Entries about the log itself are the partition drops' checkpoints.
DROP POLICY IF EXISTS audit_log_owner ON audits.audit_log;
CREATE POLICY audit_log_owner ON audits.audit_log TO app_readwrite, app_readonly
  USING (user_id = (SELECT auth.current_user_id()))
  WITH CHECK (user_id = (SELECT auth.current_user_id()) AND entity_type <> 'audits.audit_log');

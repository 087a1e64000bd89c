-- Project sharing. Ada owns a project and names Cleo in settings -> 'members'; Ben is a stranger to it.

INSERT INTO auth.users (id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'ada@example.com', '$argon2id$invented'),
  ('b0000000-0000-4000-8000-000000000001', 'ben@example.com', '$argon2id$invented'),
  ('c0000000-0000-4000-8000-000000000001', 'cleo@example.com', '$argon2id$invented');
INSERT INTO projects.projects (id, name, owner_id, settings) VALUES
  ('a0000000-0000-4000-8000-000000000010', 'Compiler', 'a0000000-0000-4000-8000-000000000001',
    '{"members": ["c0000000-0000-4000-8000-000000000001"]}');
INSERT INTO projects.versions (id, project_id, tag, model_config) VALUES
  ('a0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000010', 'v1', '{}'),
  ('a0000000-0000-4000-8000-000000000012', 'a0000000-0000-4000-8000-000000000010', 'v2', '{}');
INSERT INTO projects.policies (id, name, rego_code) VALUES
  ('e0000000-0000-4000-8000-000000000001', 'no secrets in code', 'package secrets'),
  ('e0000000-0000-4000-8000-000000000002', 'for nobody yet', 'package nobody');
INSERT INTO projects.project_policies (project_id, policy_id) VALUES
  ('a0000000-0000-4000-8000-000000000010', 'e0000000-0000-4000-8000-000000000001');
INSERT INTO experiments_v1.experiments (id, name, config, dataset_id, status, user_id) VALUES
  ('a0000000-0000-4000-8000-000000000020', 'Ada tries', '{}',
    'd0000000-0000-4000-8000-000000000001', 'created', 'a0000000-0000-4000-8000-000000000001');
INSERT INTO experiments_v1.promotions
  (id, experiment_id, from_version_id, to_version_id, status, reason) VALUES
  ('a0000000-0000-4000-8000-000000000022', 'a0000000-0000-4000-8000-000000000020',
    'a0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000012', 'pending', 'better');
INSERT INTO experiments_v1.comparison_reports
  (v1_experiment_id, v2_version_id, dataset_id, metrics, recommendation, confidence) VALUES
  ('a0000000-0000-4000-8000-000000000020', 'a0000000-0000-4000-8000-000000000012',
    'd0000000-0000-4000-8000-000000000001', '{}', 'promote', 0.9);
INSERT INTO production.analysis_sessions (id, user_id, project_id, version, status) VALUES
  ('a0000000-0000-4000-8000-000000000030', 'a0000000-0000-4000-8000-000000000001',
    'a0000000-0000-4000-8000-000000000010', 'v2', 'running');
INSERT INTO production.analysis_tasks (session_id, type, status) VALUES
  ('a0000000-0000-4000-8000-000000000030', 'static', 'pending');

-- case: a member sees the project, its versions, its sessions of analysis and their tasks
-- guard: ALTER POLICY projects_owner ON projects.projects
--     USING (owner_id = (SELECT auth.current_user_id()))
-- guard: CREATE OR REPLACE FUNCTION projects.accessible_projects() RETURNS uuid[]
--     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
--     RETURN (SELECT coalesce(array_agg(p.id), '{}') FROM projects.projects AS p
--     WHERE p.owner_id = auth.current_user_id())
SELECT set_config('app.current_user_id', 'c0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: 1
SELECT count(*) FROM projects.projects;
-- expect: 2
SELECT count(*) FROM projects.versions;
-- expect: 1
SELECT count(*) FROM production.analysis_sessions;
-- expect: 1
SELECT count(*) FROM production.analysis_tasks;

-- case: a stranger to the project sees none of it
-- guard: ALTER POLICY projects_owner ON projects.projects USING (true)
-- guard: ALTER POLICY versions_owner ON projects.versions USING (true)
-- guard: ALTER POLICY analysis_sessions_owner ON production.analysis_sessions USING (true)
-- guard: ALTER POLICY promotions_owner ON experiments_v1.promotions USING (true)
-- guard: ALTER POLICY comparison_reports_owner ON experiments_v1.comparison_reports USING (true)
-- guard: ALTER POLICY policies_owner ON projects.policies USING (true)
SELECT set_config('app.current_user_id', 'b0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: 0
SELECT sum(rows)
FROM (
  SELECT count(*) FROM projects.projects UNION ALL
  SELECT count(*) FROM projects.versions UNION ALL
  SELECT count(*) FROM projects.policies UNION ALL
  SELECT count(*) FROM production.analysis_sessions UNION ALL
  SELECT count(*) FROM experiments_v1.promotions UNION ALL
  SELECT count(*) FROM experiments_v1.comparison_reports
) AS seen (rows);

-- case: a reader, who has no right to the projects, still sees the sessions of a shared project
-- guard: CREATE OR REPLACE FUNCTION projects.accessible_projects() RETURNS uuid[]
--     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
--     RETURN '{}'::uuid[]
-- guard: ALTER FUNCTION projects.accessible_projects() SECURITY INVOKER
SELECT set_config('app.current_user_id', 'c0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readonly;
-- expect: 1
SELECT count(*) FROM production.analysis_sessions;

-- case: a member writes versions and baselines of the project
-- guard: ALTER POLICY versions_owner ON projects.versions WITH CHECK (false)
-- guard: ALTER POLICY baselines_owner ON projects.baselines WITH CHECK (false)
SELECT set_config('app.current_user_id', 'c0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: 1
INSERT INTO projects.versions (project_id, tag, model_config)
VALUES ('a0000000-0000-4000-8000-000000000010', 'v3', '{}');
-- expect: 1
INSERT INTO projects.baselines (project_id, metric_key, threshold, operator)
VALUES ('a0000000-0000-4000-8000-000000000010', 'recall', 0.8, '>=');

-- case: a member does not change the project itself, neither its name nor its members
-- guard: ALTER POLICY projects_owner ON projects.projects WITH CHECK (true)
SELECT set_config('app.current_user_id', 'c0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: error 42501 row-level security
UPDATE projects.projects SET name = 'Mine';
-- expect: error 42501 row-level security
UPDATE projects.projects SET settings = '{"members": ["b0000000-0000-4000-8000-000000000001"]}';

-- case: a member cannot make the project his own
-- guard: DROP TRIGGER projects_keep_owner ON projects.projects
SELECT set_config('app.current_user_id', 'c0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: error 42501 the owner of a row
UPDATE projects.projects SET owner_id = 'c0000000-0000-4000-8000-000000000001';

-- case: a member cannot make another member's session of analysis his own
-- guard: DROP TRIGGER analysis_sessions_keep_owner ON production.analysis_sessions
SELECT set_config('app.current_user_id', 'c0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: error 42501 the owner of a row
UPDATE production.analysis_sessions SET user_id = 'c0000000-0000-4000-8000-000000000001';

-- case: an administrator may hand a project over
-- guard: CREATE OR REPLACE FUNCTION auth.keep_owner() RETURNS trigger LANGUAGE plpgsql
--     AS $func$ BEGIN RAISE insufficient_privilege; END $func$
SELECT set_config('app.current_user_id', 'b0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_admin;
-- expect: 1
UPDATE projects.projects SET owner_id = 'c0000000-0000-4000-8000-000000000001';

-- case: a member reads another member's session of analysis but does not write it
-- guard: ALTER POLICY analysis_sessions_owner ON production.analysis_sessions WITH CHECK (true)
SELECT set_config('app.current_user_id', 'c0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: error 42501
UPDATE production.analysis_sessions SET status = 'cancelled';

-- case: a member starts sessions of analysis of his own in the project, a stranger does not
-- guard: ALTER POLICY analysis_sessions_owner ON production.analysis_sessions
--     WITH CHECK (user_id = (SELECT auth.current_user_id()))
SELECT set_config('app.current_user_id', 'c0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: 1
INSERT INTO production.analysis_sessions (user_id, project_id, version, status)
VALUES ('c0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000010', 'v2', 'created');
SELECT set_config('app.current_user_id', 'b0000000-0000-4000-8000-000000000001', true);
-- expect: error 42501
INSERT INTO production.analysis_sessions (user_id, project_id, version, status)
VALUES ('b0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000010', 'v2', 'created');

-- case: a member no longer named in the settings sees nothing from that moment on
-- guard: CREATE OR REPLACE FUNCTION projects.accessible_projects() RETURNS uuid[]
--     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
--     RETURN (SELECT array_agg(p.id) FROM projects.projects AS p)
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: 1
UPDATE projects.projects SET settings = '{"members": []}';
SELECT set_config('app.current_user_id', 'c0000000-0000-4000-8000-000000000001', true);
-- expect: 0
SELECT count(*) FROM projects.versions;
-- expect: 0
SELECT count(*) FROM production.analysis_sessions;

-- case: an experiment stays its user's own; a member of the project sees its promotion and comparison
-- guard: ALTER POLICY experiments_owner ON experiments_v1.experiments USING (true)
-- guard: ALTER POLICY promotions_owner ON experiments_v1.promotions
--     USING (EXISTS (SELECT FROM experiments_v1.experiments AS e WHERE e.id = promotions.experiment_id))
-- guard: ALTER POLICY comparison_reports_owner ON experiments_v1.comparison_reports
--     USING (EXISTS (SELECT FROM experiments_v1.experiments AS e
--     WHERE e.id = comparison_reports.v1_experiment_id))
SELECT set_config('app.current_user_id', 'c0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: 0
SELECT count(*) FROM experiments_v1.experiments;
-- expect: 1
SELECT count(*) FROM experiments_v1.promotions;
-- expect: 1
SELECT count(*) FROM experiments_v1.comparison_reports;

-- case: a policy is seen by the members of a project that obeys it
-- guard: ALTER POLICY policies_owner ON projects.policies USING (true)
-- guard: ALTER POLICY policies_owner ON projects.policies USING (false)
SELECT set_config('app.current_user_id', 'c0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: no secrets in code
SELECT name FROM projects.policies;

-- case: the history of a version is written in one's own name only
-- guard: ALTER POLICY version_history_owner ON projects.version_history
--     WITH CHECK (version_id = ANY ((SELECT projects.accessible_versions())::uuid[]))
SELECT set_config('app.current_user_id', 'c0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: 1
INSERT INTO projects.version_history (version_id, changed_by, action)
VALUES ('a0000000-0000-4000-8000-000000000011', 'c0000000-0000-4000-8000-000000000001', 'updated');
-- expect: error 42501
INSERT INTO projects.version_history (version_id, changed_by, action)
VALUES ('a0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000001', 'updated');

-- case: can_access says yes to the owner and to a member, no to a stranger and to nobody
-- guard: CREATE OR REPLACE FUNCTION projects.can_access(project uuid) RETURNS boolean
--     LANGUAGE sql STABLE SECURITY DEFINER RETURN true
-- guard: CREATE OR REPLACE FUNCTION projects.can_access(project uuid) RETURNS boolean
--     LANGUAGE sql STABLE SECURITY DEFINER RETURN EXISTS (SELECT FROM projects.projects AS p
--     WHERE p.id = project AND p.owner_id = auth.current_user_id())
SET LOCAL ROLE app_readwrite;
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
-- expect: yes
SELECT CASE WHEN projects.can_access('a0000000-0000-4000-8000-000000000010') THEN 'yes' ELSE 'no' END;
SELECT set_config('app.current_user_id', 'c0000000-0000-4000-8000-000000000001', true);
-- expect: yes
SELECT CASE WHEN projects.can_access('a0000000-0000-4000-8000-000000000010') THEN 'yes' ELSE 'no' END;
SELECT set_config('app.current_user_id', 'b0000000-0000-4000-8000-000000000001', true);
-- expect: no
SELECT CASE WHEN projects.can_access('a0000000-0000-4000-8000-000000000010') THEN 'yes' ELSE 'no' END;
SELECT set_config('app.current_user_id', '', true);
-- expect: no
SELECT CASE WHEN projects.can_access('a0000000-0000-4000-8000-000000000010') THEN 'yes' ELSE 'no' END;

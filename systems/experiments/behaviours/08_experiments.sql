-- Zone v1: the order of an experiment's states, the blacklist, evaluations and comparisons.

INSERT INTO auth.users (id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'ada@example.com', '$argon2id$invented'),
  ('b0000000-0000-4000-8000-000000000001', 'ben@example.com', '$argon2id$invented');
INSERT INTO experiments_v1.experiments (id, name, config, dataset_id, status, user_id) VALUES
  ('a0000000-0000-4000-8000-000000000020', 'Ada tries', '{"model": "house-7b", "temperature": 0.2}',
    'd0000000-0000-4000-8000-000000000001', 'created', 'a0000000-0000-4000-8000-000000000001');

-- case: an experiment begins as created
-- guard: DROP TRIGGER experiments_guard ON experiments_v1.experiments
-- expect: error 23514 from nothing to running
INSERT INTO experiments_v1.experiments (name, config, dataset_id, status)
VALUES ('x', '{}', 'd0000000-0000-4000-8000-000000000001', 'running');

-- case: an experiment runs, completes, is evaluated and promoted, in this order
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('experiments_v1.guard_experiment()'::regprocedure),
--     'ARRAY[''promoted'', ''quarantined'']', 'ARRAY[''quarantined'']'); END $do$
-- guard: DROP TRIGGER experiments_guard ON experiments_v1.experiments
-- expect: 1
UPDATE experiments_v1.experiments SET status = 'running';
-- expect: error 23514 from running to evaluating
UPDATE experiments_v1.experiments SET status = 'evaluating';
-- expect: 1
UPDATE experiments_v1.experiments SET status = 'completed';
-- expect: 1
UPDATE experiments_v1.experiments SET status = 'evaluating';
-- expect: 1
UPDATE experiments_v1.experiments SET status = 'promoted';

-- case: a failed experiment is evaluated too, and ends in quarantine
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('experiments_v1.guard_experiment()'::regprocedure),
--     'ARRAY[''completed'', ''failed'']', 'ARRAY[''completed'']'); END $do$
UPDATE experiments_v1.experiments SET status = 'running';
-- expect: 1
UPDATE experiments_v1.experiments SET status = 'failed';
-- expect: 1
UPDATE experiments_v1.experiments SET status = 'evaluating';
-- expect: 1
UPDATE experiments_v1.experiments SET status = 'quarantined';

-- case: no state is skipped
-- guard: DROP TRIGGER experiments_guard ON experiments_v1.experiments
-- expect: error 23514 from created to completed
UPDATE experiments_v1.experiments SET status = 'completed';
-- expect: error 23514 from created to promoted
UPDATE experiments_v1.experiments SET status = 'promoted';
-- expect: error 23514 from created to quarantined
UPDATE experiments_v1.experiments SET status = 'quarantined';

-- case: promoted and quarantined are final
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('experiments_v1.guard_experiment()'::regprocedure),
--     'ELSE ARRAY[]::text[]', 'ELSE ARRAY[''created'']'); END $do$
UPDATE experiments_v1.experiments SET status = 'running';
UPDATE experiments_v1.experiments SET status = 'failed';
UPDATE experiments_v1.experiments SET status = 'evaluating';
UPDATE experiments_v1.experiments SET status = 'quarantined';
-- expect: error 23514 from quarantined to created
UPDATE experiments_v1.experiments SET status = 'created';

-- case: start and end are dated by themselves
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('experiments_v1.guard_experiment()'::regprocedure),
--     'NEW.started_at := coalesce(NEW.started_at, now());', 'NULL;'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('experiments_v1.guard_experiment()'::regprocedure),
--     'NEW.completed_at := coalesce(NEW.completed_at, now());', 'NULL;'); END $do$
UPDATE experiments_v1.experiments SET status = 'running';
UPDATE experiments_v1.experiments SET status = 'completed';
-- expect: 1
SELECT count(*) FROM experiments_v1.experiments WHERE started_at = now() AND completed_at = now();

-- case: the hash of the configuration is the database's own, not the caller's
-- guard: DROP TRIGGER experiments_guard ON experiments_v1.experiments
UPDATE experiments_v1.experiments SET config_hash = 'forged';
-- expect: 1
SELECT count(*) FROM experiments_v1.experiments
WHERE config_hash = encode(sha256(convert_to(config::text, 'UTF8')), 'hex');

-- case: the same configuration in another order has the same hash
-- guard: DROP TRIGGER experiments_guard ON experiments_v1.experiments
INSERT INTO experiments_v1.experiments (name, config, dataset_id, status) VALUES
  ('again', '{"temperature": 0.2,   "model": "house-7b"}', 'd0000000-0000-4000-8000-000000000001', 'created');
-- expect: 1
SELECT count(DISTINCT config_hash) FROM experiments_v1.experiments;

-- case: a configuration is fixed once the experiment has started
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('experiments_v1.guard_experiment()'::regprocedure),
--     'IF OLD.status <> ''created'' AND', 'IF false AND'); END $do$
-- expect: 1
UPDATE experiments_v1.experiments SET config = '{"model": "other"}';
UPDATE experiments_v1.experiments SET status = 'running';
-- expect: error 23001 fixed
UPDATE experiments_v1.experiments SET config = '{"model": "another"}';

-- case: an experiment with a blacklisted configuration does not start
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('experiments_v1.guard_experiment()'::regprocedure),
--     'b.config_hash = NEW.config_hash', 'false'); END $do$
INSERT INTO experiments_v1.blacklist (config_hash, reason, evidence, review_status)
SELECT config_hash, 'leaks secrets', '{}', 'pending' FROM experiments_v1.experiments;
-- expect: error 23001 blacklisted
UPDATE experiments_v1.experiments SET status = 'running';

-- case: neither a forged hash nor a change at the moment of the start passes by the blacklist
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('experiments_v1.guard_experiment()'::regprocedure),
--     'NEW.config_hash := encode', 'NEW.config_hash := coalesce(nullif(NEW.config_hash, OLD.config_hash), '
--     || '''x''); PERFORM encode'); END $do$
INSERT INTO experiments_v1.blacklist (config_hash, reason, evidence, review_status)
SELECT config_hash, 'leaks secrets', '{}', 'pending' FROM experiments_v1.experiments;
-- expect: error 23001 blacklisted
UPDATE experiments_v1.experiments SET status = 'running', config_hash = 'forged';
UPDATE experiments_v1.experiments SET config = '{"model": "harmless"}';
-- expect: error 23001 blacklisted
UPDATE experiments_v1.experiments
SET status = 'running', config = '{"model": "house-7b", "temperature": 0.2}';

-- case: the blacklist counts also where its entry is another user's
-- guard: ALTER FUNCTION experiments_v1.guard_experiment() SECURITY INVOKER
INSERT INTO experiments_v1.blacklist (config_hash, reason, evidence, review_status, quarantined_by)
SELECT config_hash, 'leaks secrets', '{}', 'pending', 'b0000000-0000-4000-8000-000000000001'
FROM experiments_v1.experiments;
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: 0
SELECT count(*) FROM experiments_v1.blacklist;
-- expect: error 23001 blacklisted
UPDATE experiments_v1.experiments SET status = 'running';

-- case: a configuration is blacklisted once
-- guard: ALTER TABLE experiments_v1.blacklist DROP CONSTRAINT blacklist_config_hash_key
INSERT INTO experiments_v1.blacklist (config_hash, reason, evidence, review_status)
VALUES ('hash', 'leaks', '{}', 'pending');
-- expect: error 23505
INSERT INTO experiments_v1.blacklist (config_hash, reason, evidence, review_status)
VALUES ('hash', 'leaks again', '{}', 'pending');

-- case: zone v1 holds experiments of version v1, in one of the seven states
-- guard: ALTER TABLE experiments_v1.experiments DROP CONSTRAINT experiments_version_check
-- guard: ALTER TABLE experiments_v1.experiments DROP CONSTRAINT experiments_status_check;
--     ALTER TABLE experiments_v1.experiments DISABLE TRIGGER experiments_guard
-- expect: error 23514 experiments_version_check
UPDATE experiments_v1.experiments SET version = 'v2';
ALTER TABLE experiments_v1.experiments DISABLE TRIGGER experiments_guard;
-- expect: error 23514 experiments_status_check
UPDATE experiments_v1.experiments SET status = 'paused';

-- case: a confidence lies between zero and one
-- guard: ALTER TABLE experiments_v1.evaluations DROP CONSTRAINT evaluations_ai_confidence_check
-- guard: ALTER TABLE experiments_v1.comparison_reports DROP CONSTRAINT comparison_reports_confidence_check
-- expect: error 23514
INSERT INTO experiments_v1.evaluations (experiment_id, metrics, ai_verdict, ai_confidence, evaluated_by)
VALUES ('a0000000-0000-4000-8000-000000000020', '{}', 'pass', 1.01, 'ai');
-- expect: error 23514
INSERT INTO experiments_v1.evaluations (experiment_id, metrics, ai_verdict, ai_confidence, evaluated_by)
VALUES ('a0000000-0000-4000-8000-000000000020', '{}', 'pass', -0.01, 'ai');
INSERT INTO projects.projects (id, name, owner_id) VALUES
  ('a0000000-0000-4000-8000-000000000010', 'Compiler', 'a0000000-0000-4000-8000-000000000001');
INSERT INTO projects.versions (id, project_id, tag, model_config) VALUES
  ('a0000000-0000-4000-8000-000000000012', 'a0000000-0000-4000-8000-000000000010', 'v2', '{}');
-- expect: error 23514
INSERT INTO experiments_v1.comparison_reports
  (v1_experiment_id, v2_version_id, dataset_id, metrics, recommendation, confidence)
VALUES (
  'a0000000-0000-4000-8000-000000000020', 'a0000000-0000-4000-8000-000000000012',
  'd0000000-0000-4000-8000-000000000001', '{}', 'promote', 1.5);

-- case: a person who overrides a verdict says why
-- guard: ALTER TABLE experiments_v1.evaluations DROP CONSTRAINT evaluations_override_reason_check
-- expect: error 23514 override_reason
INSERT INTO experiments_v1.evaluations (experiment_id, metrics, ai_verdict, human_override, evaluated_by)
VALUES ('a0000000-0000-4000-8000-000000000020', '{}', 'fail', 'pass', 'human');
-- expect: error 23514 override_reason
INSERT INTO experiments_v1.evaluations
  (experiment_id, metrics, ai_verdict, human_override, override_reason, evaluated_by)
VALUES ('a0000000-0000-4000-8000-000000000020', '{}', 'fail', 'pass', '  ', 'human');

-- case: a verdict is pass, fail or manual_review, given by ai or human
-- guard: ALTER TABLE experiments_v1.evaluations DROP CONSTRAINT evaluations_ai_verdict_check
-- guard: ALTER TABLE experiments_v1.evaluations DROP CONSTRAINT evaluations_evaluated_by_check
-- expect: error 23514
INSERT INTO experiments_v1.evaluations (experiment_id, metrics, ai_verdict, evaluated_by)
VALUES ('a0000000-0000-4000-8000-000000000020', '{}', 'perhaps', 'ai');
-- expect: error 23514
INSERT INTO experiments_v1.evaluations (experiment_id, metrics, ai_verdict, evaluated_by)
VALUES ('a0000000-0000-4000-8000-000000000020', '{}', 'pass', 'oracle');

-- Promotions: Ada's experiment is to go from v1 to v2 of her project. Ben, a member, may approve it; Cleo is
-- a stranger to the project.

INSERT INTO auth.users (id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'ada@example.com', '$argon2id$invented'),
  ('b0000000-0000-4000-8000-000000000001', 'ben@example.com', '$argon2id$invented'),
  ('c0000000-0000-4000-8000-000000000001', 'cleo@example.com', '$argon2id$invented');
INSERT INTO projects.projects (id, name, owner_id, settings) VALUES
  ('a0000000-0000-4000-8000-000000000010', 'Compiler', 'a0000000-0000-4000-8000-000000000001',
    '{"members": ["b0000000-0000-4000-8000-000000000001"]}');
INSERT INTO projects.versions (id, project_id, tag, model_config) VALUES
  ('a0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000010', 'v1', '{}'),
  ('a0000000-0000-4000-8000-000000000012', 'a0000000-0000-4000-8000-000000000010', 'v2', '{}');
INSERT INTO experiments_v1.experiments (id, name, config, dataset_id, status, user_id) VALUES
  ('a0000000-0000-4000-8000-000000000020', 'Ada tries', '{"n": 1}',
    'd0000000-0000-4000-8000-000000000001', 'created', 'a0000000-0000-4000-8000-000000000001'),
  ('a0000000-0000-4000-8000-000000000021', 'Ada tries again', '{"n": 2}',
    'd0000000-0000-4000-8000-000000000001', 'created', 'a0000000-0000-4000-8000-000000000001');
INSERT INTO experiments_v1.evaluations
  (id, experiment_id, metrics, ai_verdict, evaluated_by, evaluated_at) VALUES
  ('a0000000-0000-4000-8000-000000000025', 'a0000000-0000-4000-8000-000000000020', '{}', 'pass', 'ai',
    now() - interval '2 days');
INSERT INTO experiments_v1.promotions
  (id, experiment_id, from_version_id, to_version_id, status, reason) VALUES
  ('a0000000-0000-4000-8000-000000000030', 'a0000000-0000-4000-8000-000000000020',
    'a0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000012', 'pending',
    'better recall');

-- case: a promotion begins as pending and without an approver
-- guard: DROP TRIGGER promotions_guard ON experiments_v1.promotions
-- expect: error 23514 pending
INSERT INTO experiments_v1.promotions (experiment_id, from_version_id, to_version_id, status, reason) VALUES
  ('a0000000-0000-4000-8000-000000000020', 'a0000000-0000-4000-8000-000000000011',
    'a0000000-0000-4000-8000-000000000012', 'completed', 'at once');
-- expect: error 23514 pending
INSERT INTO experiments_v1.promotions
  (experiment_id, from_version_id, to_version_id, status, reason, approver_id) VALUES
  ('a0000000-0000-4000-8000-000000000020', 'a0000000-0000-4000-8000-000000000011',
    'a0000000-0000-4000-8000-000000000012', 'pending', 'x', 'b0000000-0000-4000-8000-000000000001');

-- case: a promotion is not approved without an approver, nor by the experiment's own user
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('experiments_v1.guard_promotion()'::regprocedure),
--     'IF NEW.approver_id IS NULL OR', 'IF'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('experiments_v1.guard_promotion()'::regprocedure),
--     'AND e.user_id = NEW.approver_id', 'AND false'); END $do$
-- expect: error 23514 an approver other than
UPDATE experiments_v1.promotions SET status = 'approved';
-- expect: error 23514 an approver other than
UPDATE experiments_v1.promotions
SET status = 'approved', approver_id = 'a0000000-0000-4000-8000-000000000001';

-- case: a promotion needs a passing evaluation
-- guard: CREATE OR REPLACE FUNCTION experiments_v1.has_passing_evaluation(experiment uuid) RETURNS boolean
--     LANGUAGE sql STABLE RETURN true
UPDATE experiments_v1.evaluations SET ai_verdict = 'manual_review';
-- expect: error 23514 passing evaluation
UPDATE experiments_v1.promotions
SET status = 'approved', approver_id = 'b0000000-0000-4000-8000-000000000001';

-- case: a later verdict counts more than an earlier one
-- guard: CREATE OR REPLACE FUNCTION experiments_v1.has_passing_evaluation(experiment uuid) RETURNS boolean
--     LANGUAGE sql STABLE RETURN EXISTS (SELECT FROM experiments_v1.evaluations AS e
--     WHERE e.experiment_id = experiment AND e.ai_verdict = 'pass')
INSERT INTO experiments_v1.evaluations (experiment_id, metrics, ai_verdict, evaluated_by, evaluated_at)
VALUES ('a0000000-0000-4000-8000-000000000020', '{}', 'fail', 'ai', now() - interval '1 day');
-- expect: error 23514 passing evaluation
UPDATE experiments_v1.promotions
SET status = 'approved', approver_id = 'b0000000-0000-4000-8000-000000000001';

-- case: a person's verdict counts before the model's
-- guard: CREATE OR REPLACE FUNCTION experiments_v1.has_passing_evaluation(experiment uuid) RETURNS boolean
--     LANGUAGE sql STABLE RETURN EXISTS (SELECT FROM experiments_v1.evaluations AS e
--     WHERE e.experiment_id = experiment AND e.ai_verdict = 'pass')
UPDATE experiments_v1.evaluations SET human_override = 'fail', override_reason = 'wrong data set';
-- expect: error 23514 passing evaluation
UPDATE experiments_v1.promotions
SET status = 'approved', approver_id = 'b0000000-0000-4000-8000-000000000001';
UPDATE experiments_v1.evaluations SET ai_verdict = 'fail', human_override = 'pass';
-- expect: 1
UPDATE experiments_v1.promotions
SET status = 'approved', approver_id = 'b0000000-0000-4000-8000-000000000001';

-- case: a promotion is approved before it is completed
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('experiments_v1.guard_promotion()'::regprocedure),
--     'IF NEW.status <> OLD.status AND', 'IF false AND'); END $do$
-- expect: error 23514 from pending to completed
UPDATE experiments_v1.promotions
SET status = 'completed', approver_id = 'b0000000-0000-4000-8000-000000000001';

-- case: an approved promotion does not become pending again
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('experiments_v1.guard_promotion()'::regprocedure),
--     'IF NEW.status <> OLD.status AND', 'IF false AND'); END $do$
UPDATE experiments_v1.promotions
SET status = 'approved', approver_id = 'b0000000-0000-4000-8000-000000000001';
-- expect: error 23514 from approved to pending
UPDATE experiments_v1.promotions SET status = 'pending';

-- case: a completed promotion is dated, and written into the history of the version it led to
-- guard: DROP TRIGGER promotions_record ON experiments_v1.promotions
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('experiments_v1.guard_promotion()'::regprocedure),
--     'NEW.promoted_at := coalesce(NEW.promoted_at, now());', 'NULL;'); END $do$
UPDATE experiments_v1.promotions
SET status = 'approved', approver_id = 'b0000000-0000-4000-8000-000000000001';
UPDATE experiments_v1.promotions SET status = 'completed';
-- expect: 1
SELECT count(*) FROM experiments_v1.promotions WHERE promoted_at = now();
-- expect: b0000000-0000-4000-8000-000000000001 | promoted | v1 | v2 | better recall
SELECT changed_by, action, from_tag, to_tag, reason
FROM projects.version_history WHERE version_id = 'a0000000-0000-4000-8000-000000000012';
-- expect: v2
SELECT tag FROM projects.versions
WHERE promoted_by = 'b0000000-0000-4000-8000-000000000001' AND promoted_at = now();

-- case: completed is final
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('experiments_v1.guard_promotion()'::regprocedure),
--     'IF OLD.status IN (''completed'', ''rejected'')', 'IF false'); END $do$
UPDATE experiments_v1.promotions
SET status = 'approved', approver_id = 'b0000000-0000-4000-8000-000000000001';
UPDATE experiments_v1.promotions SET status = 'completed';
-- expect: error 23001 final
UPDATE experiments_v1.promotions SET reason = 'another';

-- case: rejected is final
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('experiments_v1.guard_promotion()'::regprocedure),
--     'IF OLD.status IN (''completed'', ''rejected'')', 'IF false'); END $do$
UPDATE experiments_v1.promotions SET status = 'rejected';
-- expect: error 23001 final
UPDATE experiments_v1.promotions
SET status = 'approved', approver_id = 'b0000000-0000-4000-8000-000000000001';

-- case: a promotion is not turned to another experiment or version
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('experiments_v1.guard_promotion()'::regprocedure),
--     'IF (NEW.id, NEW.experiment_id, NEW.from_version_id, NEW.to_version_id)',
--     'IF (OLD.id, OLD.experiment_id, OLD.from_version_id, OLD.to_version_id)'); END $do$
-- expect: error 23001 another experiment
UPDATE experiments_v1.promotions SET experiment_id = 'a0000000-0000-4000-8000-000000000021';
-- expect: error 23001 another experiment
UPDATE experiments_v1.promotions SET to_version_id = 'a0000000-0000-4000-8000-000000000011';

-- case: a member of the project approves, though he sees neither the experiment nor its evaluation
-- guard: ALTER FUNCTION experiments_v1.guard_promotion() SECURITY INVOKER
SELECT set_config('app.current_user_id', 'b0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: 0
SELECT count(*) FROM experiments_v1.evaluations;
-- expect: 1
UPDATE experiments_v1.promotions
SET status = 'approved', approver_id = 'b0000000-0000-4000-8000-000000000001';
-- expect: 1
UPDATE experiments_v1.promotions SET status = 'completed';

-- case: nobody approves in the name of another
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('experiments_v1.guard_promotion()'::regprocedure),
--     'IF NEW.approver_id <> acting AND', 'IF false AND'); END $do$
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: error 42501 own name
UPDATE experiments_v1.promotions
SET status = 'approved', approver_id = 'b0000000-0000-4000-8000-000000000001';

-- case: a stranger to the project neither sees nor approves the promotion
-- guard: ALTER POLICY promotions_owner ON experiments_v1.promotions USING (true) WITH CHECK (true)
SELECT set_config('app.current_user_id', 'c0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: 0
UPDATE experiments_v1.promotions
SET status = 'approved', approver_id = 'c0000000-0000-4000-8000-000000000001';

-- case: the name of an approver whose account is deleted is forgotten, the approval stays
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('experiments_v1.guard_promotion()'::regprocedure),
--     'IF NEW.approver_id IS NULL AND OLD.approver_id IS NOT NULL', 'IF false'); END $do$
UPDATE experiments_v1.promotions
SET status = 'approved', approver_id = 'b0000000-0000-4000-8000-000000000001';
-- expect: 1
DELETE FROM auth.users WHERE id = 'b0000000-0000-4000-8000-000000000001';
-- expect: approved
SELECT status FROM experiments_v1.promotions WHERE approver_id IS NULL;

-- case: the name of a living approver cannot be wiped
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('experiments_v1.guard_promotion()'::regprocedure),
--     'AND NOT EXISTS (SELECT FROM auth.users AS u WHERE u.id = OLD.approver_id)', ''); END $do$
UPDATE experiments_v1.promotions
SET status = 'approved', approver_id = 'b0000000-0000-4000-8000-000000000001';
-- expect: error 23514 an approver other than
UPDATE experiments_v1.promotions SET approver_id = NULL;

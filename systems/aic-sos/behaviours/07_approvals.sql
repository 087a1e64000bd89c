-- Approvals: who decides, when, and what follows. Alice administers the workspace and triggers the run, Amir
-- and Ana approve, Otto operates.

INSERT INTO tenants (tenant_id, name, region) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Alder Works', 'us-east-1'),
  ('b0000000-0000-4000-8000-000000000001', 'Birch Labs', 'eu-west-1');
INSERT INTO workspaces (workspace_id, tenant_id, name, region) VALUES
  ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'main', 'us-east-1'),
  ('b1000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'main', 'eu-west-1');
INSERT INTO principals (principal_id, tenant_id, type, email) VALUES
  ('a2000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'human',
    'alice@alder.example.com'),
  ('a2000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001', 'human',
    'amir@alder.example.com'),
  ('a2000000-0000-4000-8000-000000000003', 'a0000000-0000-4000-8000-000000000001', 'human',
    'ana@alder.example.com'),
  ('a2000000-0000-4000-8000-000000000004', 'a0000000-0000-4000-8000-000000000001', 'human',
    'otto@alder.example.com'),
  ('b2000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'human',
    'boris@birch.example.com');
INSERT INTO role_bindings (principal_id, role_id, workspace_id, tenant_id)
SELECT p.principal_id, r.role_id, r.workspace_id, r.tenant_id
FROM principals AS p JOIN roles AS r USING (tenant_id)
WHERE (split_part(p.email, '@', 1), r.name) IN (
  ('alice', 'workspace_admin'), ('amir', 'approver'), ('ana', 'approver'), ('otto', 'operator'),
  ('boris', 'approver'));
INSERT INTO workflows (workflow_id, tenant_id, workspace_id, name) VALUES
  ('a3000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'triage');
INSERT INTO workflow_versions (
  workflow_version_id, tenant_id, workflow_id, version, definition_yaml, model_pin) VALUES
  ('a4000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
    'a3000000-0000-4000-8000-000000000001', '1.0.0', 'steps: []', '{}');
SELECT publish_workflow_version(
  'a4000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000001');
INSERT INTO runs (run_id, tenant_id, workspace_id, workflow_version_id, trigger_type, triggered_by) VALUES
  ('a5000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'a4000000-0000-4000-8000-000000000001', 'manual',
    'a2000000-0000-4000-8000-000000000001');
INSERT INTO steps (step_id, run_id, tenant_id, workspace_id, step_name, step_type, sequence) VALUES
  ('a6000000-0000-4000-8000-000000000001', 'a5000000-0000-4000-8000-000000000001',
    'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'gate',
    'approval_gate', 1),
  ('a6000000-0000-4000-8000-000000000002', 'a5000000-0000-4000-8000-000000000001',
    'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'gate',
    'approval_gate', 2);
UPDATE runs SET status = 'running';
UPDATE steps SET status = 'running';

-- Asks for an approval of the first step, and answers with its id.
CREATE FUNCTION pg_temp.ask(risk text, approvers integer, expires timestamptz) RETURNS uuid LANGUAGE sql
AS $func$
  SELECT request_approval(
    'a6000000-0000-4000-8000-000000000001', risk, 'close the ticket', '{}', approvers, expires)
$func$;
CREATE FUNCTION pg_temp.asked() RETURNS uuid LANGUAGE sql
AS $func$
  SELECT approval_request_id FROM approval_requests
  WHERE step_id = 'a6000000-0000-4000-8000-000000000001' ORDER BY required_approvers DESC LIMIT 1
$func$;

-- case: asking for an approval makes the step and its run wait
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('request_approval'::regproc),
--   'SET status = ''waiting_approval'' WHERE run_id', 'SET status = status WHERE run_id'); END $do$
SELECT pg_temp.ask('low', 1, now() + interval '1 hour');
-- expect: rows
--   waiting_approval | waiting_approval | requested
SELECT r.status, s.status, a.status
FROM approval_requests AS a JOIN steps AS s USING (step_id) JOIN runs AS r ON r.run_id = a.run_id;

-- case: an approval begins as requested, with at least one approver
-- guard: ALTER TABLE approval_requests DROP CONSTRAINT approval_requests_required_approvers_check
-- guard: DROP TRIGGER approval_requests_guard ON approval_requests
-- guard: ALTER TABLE approval_requests DROP CONSTRAINT approval_requests_risk_tier_check
-- expect: error 23514
SELECT pg_temp.ask('low', 0, NULL);
-- expect: error 23514
SELECT pg_temp.ask('enormous', 1, NULL);
-- expect: error 23514 begins as requested
INSERT INTO approval_requests (
  run_id, step_id, tenant_id, workspace_id, risk_tier, approval_subject, approval_context, status)
VALUES (
  'a5000000-0000-4000-8000-000000000001', 'a6000000-0000-4000-8000-000000000001',
  'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'low', 'close', '{}',
  'approved');

-- case: an approval is asked for a step of its own run
-- guard: DROP TRIGGER approval_requests_same_tenant ON approval_requests
INSERT INTO runs (run_id, tenant_id, workspace_id, workflow_version_id, trigger_type) VALUES
  ('a5000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'a4000000-0000-4000-8000-000000000001', 'manual');
-- expect: error 23503 another run_id
INSERT INTO approval_requests (
  run_id, step_id, tenant_id, workspace_id, risk_tier, approval_subject, approval_context)
VALUES (
  'a5000000-0000-4000-8000-000000000002', 'a6000000-0000-4000-8000-000000000001',
  'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'low', 'close', '{}');

-- case: one approval is enough where one is asked for, and the run goes on
-- guard: DROP TRIGGER approval_decisions_resolve ON approval_decisions
SELECT pg_temp.ask('low', 1, now() + interval '1 hour');
-- expect: approved
SELECT decide_approval(pg_temp.asked(), 'a2000000-0000-4000-8000-000000000002', 'approved', 'fine');
-- expect: rows
--   running | running | approved | t
SELECT r.status, s.status, a.status, a.resolved_at = now()
FROM approval_requests AS a JOIN steps AS s USING (step_id) JOIN runs AS r ON r.run_id = a.run_id;

-- case: the quorum must be reached
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_approval'::regproc),
--   'request.required_approvers <= (', '1 <= ('); END $do$
SELECT pg_temp.ask('low', 2, now() + interval '1 hour');
-- expect: requested
SELECT decide_approval(pg_temp.asked(), 'a2000000-0000-4000-8000-000000000002', 'approved');
-- expect: waiting_approval
SELECT status FROM runs;
-- expect: approved
SELECT decide_approval(pg_temp.asked(), 'a2000000-0000-4000-8000-000000000003', 'approved');
-- expect: running
SELECT status FROM runs;

-- case: nobody counts twice
-- guard: ALTER TABLE approval_decisions
--   DROP CONSTRAINT approval_decisions_approval_request_id_decided_by_key
SELECT pg_temp.ask('low', 2, now() + interval '1 hour');
SELECT decide_approval(pg_temp.asked(), 'a2000000-0000-4000-8000-000000000002', 'approved');
-- expect: error 23505
SELECT decide_approval(pg_temp.asked(), 'a2000000-0000-4000-8000-000000000002', 'approved');

-- case: one rejection rejects, and the run fails
-- guard: DROP TRIGGER approval_decisions_resolve ON approval_decisions
SELECT pg_temp.ask('low', 2, now() + interval '1 hour');
SELECT decide_approval(pg_temp.asked(), 'a2000000-0000-4000-8000-000000000002', 'approved');
-- expect: rejected
SELECT decide_approval(pg_temp.asked(), 'a2000000-0000-4000-8000-000000000003', 'rejected', 'not yet');
-- expect: rows
--   failed_terminal | failed_terminal
SELECT r.status, s.status FROM runs AS r JOIN steps AS s USING (run_id) WHERE s.sequence = 1;

-- case: a run goes on when no other request holds it
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_approval'::regproc),
--   'WHERE r.run_id = request.run_id AND r.status = ''requested''', 'WHERE false'); END $do$
SELECT pg_temp.ask('low', 2, now() + interval '1 hour');
SELECT request_approval('a6000000-0000-4000-8000-000000000002', 'low', 'tell the customer');
SELECT decide_approval(approval_request_id, 'a2000000-0000-4000-8000-000000000002', 'approved')
FROM approval_requests WHERE required_approvers = 1;
-- expect: waiting_approval
SELECT status FROM runs;
SELECT decide_approval(pg_temp.asked(), 'a2000000-0000-4000-8000-000000000002', 'approved');
SELECT decide_approval(pg_temp.asked(), 'a2000000-0000-4000-8000-000000000003', 'approved');
-- expect: running
SELECT status FROM runs;

-- case: an approval is not granted by an update
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_approval_request'::regproc),
--   'NEW.status = ''approved'' AND (approvals', 'false AND (approvals'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_approval_request'::regproc),
--   'NEW.status = ''rejected'' AND rejections = 0', 'false'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_approval_request'::regproc),
--   'NEW.status = ''expired'' AND (NEW', 'false AND (NEW'); END $do$
SELECT pg_temp.ask('low', 1, now() + interval '1 hour');
-- expect: error 23514 cannot become approved
UPDATE approval_requests SET status = 'approved';
-- expect: error 23514 cannot become rejected
UPDATE approval_requests SET status = 'rejected';
-- expect: error 23514 cannot become expired
UPDATE approval_requests SET status = 'expired';

-- case: what was asked stays as it was asked
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_approval_request'::regproc),
--   'IF to_jsonb(NEW) - mutable', 'IF false AND to_jsonb(NEW) - mutable'); END $do$
SELECT pg_temp.ask('high', 2, now() + interval '1 hour');
-- expect: error 23001 never changes what it asks
UPDATE approval_requests SET required_approvers = 1;
-- expect: error 23001 never changes what it asks
UPDATE approval_requests SET approval_subject = 'something harmless';
-- expect: error 23001 never changes what it asks
UPDATE approval_requests SET risk_tier = 'low';
-- expect: error 23001 never changes what it asks
UPDATE approval_requests SET expires_at = now() + interval '1 year';
-- expect: 1
UPDATE approval_requests SET notified_at = now();

-- case: a resolved approval stays resolved
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_approval_request'::regproc),
--   'IF OLD.status <> ''requested'' THEN', 'IF false THEN'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_approval_decision'::regproc),
--   'IF request.status <> ''requested'' THEN', 'IF false THEN'); END $do$
SELECT pg_temp.ask('low', 1, now() + interval '1 hour');
SELECT decide_approval(pg_temp.asked(), 'a2000000-0000-4000-8000-000000000002', 'approved');
-- expect: error 23514 it is resolved
UPDATE approval_requests SET status = 'canceled';
-- expect: error 23001 already approved
SELECT decide_approval(pg_temp.asked(), 'a2000000-0000-4000-8000-000000000003', 'rejected');

-- case: an expired approval cannot be decided
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_approval_decision'::regproc),
--   'IF request.expires_at <= clock_timestamp() THEN', 'IF false THEN'); END $do$
SELECT pg_temp.ask('low', 1, now() - interval '1 minute');
-- expect: error 23001 expired
SELECT decide_approval(pg_temp.asked(), 'a2000000-0000-4000-8000-000000000002', 'approved');

-- case: approvals past their time expire, and take their step and run along
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('expire_approval_requests'::regproc),
--   'UPDATE runs SET status = ''failed_terminal''', 'UPDATE runs SET status = status'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('expire_approval_requests'::regproc),
--   'UPDATE steps SET status = ''failed_terminal''', 'UPDATE steps SET status = status'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('expire_approval_requests'::regproc),
--   'AND r.expires_at <= now()', 'AND false'); END $do$
SELECT pg_temp.ask('low', 1, now() - interval '1 minute');
SET LOCAL ROLE app_ops;
-- expect: 1
SELECT expire_approval_requests();
-- expect: 0
SELECT expire_approval_requests();
RESET ROLE;
-- expect: rows
--   failed_terminal | failed_terminal | expired
SELECT r.status, s.status, a.status
FROM approval_requests AS a JOIN steps AS s USING (step_id) JOIN runs AS r ON r.run_id = a.run_id;

-- case: an approval whose time has not come does not expire, nor one without a time
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('expire_approval_requests'::regproc),
--   'AND r.expires_at <= now()', ''); END $do$
SELECT pg_temp.ask('low', 1, now() + interval '1 hour');
SELECT pg_temp.ask('low', 1, NULL);
-- expect: 0
SELECT expire_approval_requests();

-- case: only an approver or an administrator of the workspace decides
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_approval_decision'::regproc),
--   'AND r.name IN (''approver'', ''workspace_admin'')', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_approval_decision'::regproc),
--   'AND p.is_active', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_approval_decision'::regproc),
--   'AND b.workspace_id = request.workspace_id', ''); END $do$
SELECT pg_temp.ask('low', 1, now() + interval '1 hour');
-- expect: error 42501 approver
SELECT decide_approval(pg_temp.asked(), 'a2000000-0000-4000-8000-000000000004', 'approved');
UPDATE principals SET is_active = false, deactivated_at = now() WHERE email = 'amir@alder.example.com';
-- expect: error 42501 approver
SELECT decide_approval(pg_temp.asked(), 'a2000000-0000-4000-8000-000000000002', 'approved');
INSERT INTO workspaces (workspace_id, tenant_id, name, region)
VALUES (
  'a1000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001', 'lab', 'us-east-1');
INSERT INTO role_bindings (principal_id, role_id, workspace_id, tenant_id)
SELECT 'a2000000-0000-4000-8000-000000000004', role_id, workspace_id, tenant_id
FROM roles WHERE workspace_id = 'a1000000-0000-4000-8000-000000000002' AND name = 'approver';
-- expect: error 42501 approver
SELECT decide_approval(pg_temp.asked(), 'a2000000-0000-4000-8000-000000000004', 'approved');

-- case: nobody of another tenant decides
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_approval_decision'::regproc),
--   'AND p.tenant_id = NEW.tenant_id', 'OR true'); END $do$
SELECT pg_temp.ask('low', 1, now() + interval '1 hour');
-- expect: error 42501 approver
SELECT decide_approval(pg_temp.asked(), 'b2000000-0000-4000-8000-000000000001', 'approved');

-- case: a decision stays in the tenant of its request
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_approval_decision'::regproc),
--   'AND r.tenant_id = NEW.tenant_id FOR', 'FOR'); END $do$
SELECT pg_temp.ask('low', 1, now() + interval '1 hour');
-- expect: error 23503 in this tenant
INSERT INTO approval_decisions (approval_request_id, tenant_id, decided_by, decision)
VALUES (pg_temp.asked(), 'b0000000-0000-4000-8000-000000000001', 'b2000000-0000-4000-8000-000000000001',
  'approved');

-- case: an approval is decided in one's own name only
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_approval_decision'::regproc),
--   'IF NEW.decided_by <> app_setting_uuid(''app.principal_id'') THEN', 'IF false THEN'); END $do$
SELECT pg_temp.ask('low', 1, now() + interval '1 hour');
SELECT set_config('app.principal_id', 'a2000000-0000-4000-8000-000000000004', true);
-- expect: error 42501 own name
SELECT decide_approval(pg_temp.asked(), 'a2000000-0000-4000-8000-000000000002', 'approved');

-- case: a high risk is not approved by whoever triggered the run
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_approval_decision'::regproc),
--   'IF request.risk_tier = ''high'' AND', 'IF false AND'); END $do$
SELECT pg_temp.ask('high', 1, now() + interval '1 hour');
-- expect: error 42501 other than the one that triggered
SELECT decide_approval(pg_temp.asked(), 'a2000000-0000-4000-8000-000000000001', 'approved');
-- expect: approved
SELECT decide_approval(pg_temp.asked(), 'a2000000-0000-4000-8000-000000000002', 'approved');

-- case: a low risk may be approved by whoever triggered the run
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_approval_decision'::regproc),
--   'IF request.risk_tier = ''high'' AND', 'IF'); END $do$
SELECT pg_temp.ask('low', 1, now() + interval '1 hour');
-- expect: approved
SELECT decide_approval(pg_temp.asked(), 'a2000000-0000-4000-8000-000000000001', 'approved');

-- case: a decision is a yes or a no
-- guard: ALTER TABLE approval_decisions DROP CONSTRAINT approval_decisions_decision_check
SELECT pg_temp.ask('low', 1, now() + interval '1 hour');
-- expect: error 23514
SELECT decide_approval(pg_temp.asked(), 'a2000000-0000-4000-8000-000000000002', 'perhaps');

-- case: a decision is neither changed nor taken back
-- guard: DROP TRIGGER approval_decisions_append_only ON approval_decisions
SELECT pg_temp.ask('low', 2, now() + interval '1 hour');
SELECT decide_approval(pg_temp.asked(), 'a2000000-0000-4000-8000-000000000002', 'rejected', 'no');
-- expect: error 23001 append-only
UPDATE approval_decisions SET decision = 'approved';
-- expect: error 23001 append-only
DELETE FROM approval_decisions;

-- case: whoever decided is not deleted
-- guard: ALTER TABLE approval_decisions DROP CONSTRAINT approval_decisions_decided_by_fkey;
--   ALTER TABLE audit_events DROP CONSTRAINT audit_events_actor_id_fkey
SELECT pg_temp.ask('low', 1, now() + interval '1 hour');
SELECT decide_approval(pg_temp.asked(), 'a2000000-0000-4000-8000-000000000002', 'approved');
-- The refusal of RESTRICT has another SQLSTATE since PostgreSQL 18.
DO $do$ BEGIN
  DELETE FROM principals WHERE principal_id = 'a2000000-0000-4000-8000-000000000002';
EXCEPTION WHEN foreign_key_violation OR restrict_violation THEN
  NULL;
END $do$;
-- expect: 1
SELECT count(*) FROM principals WHERE principal_id = 'a2000000-0000-4000-8000-000000000002';

-- case: the time of a decision is the database's
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_approval_decision'::regproc),
--   'NEW.decided_at := now();', ''); END $do$
SELECT pg_temp.ask('low', 1, now() + interval '1 hour');
INSERT INTO approval_decisions (approval_request_id, tenant_id, decided_by, decision, decided_at)
VALUES (pg_temp.asked(), 'a0000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000002',
  'approved', '2020-01-01 00:00+00');
-- expect: 1
SELECT count(*) FROM approval_decisions WHERE decided_at = now();

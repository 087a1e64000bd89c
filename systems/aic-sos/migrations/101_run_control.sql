-- Purpose: starting runs and passing their approval gates.
-- Date: 2026-11-21
-- Tables: none; start_run, request_approval, decide_approval, expire_approval_requests
-- Decisions: the rules are in the guards of 004, so that a plain INSERT meets them too; these functions run
-- with the caller's rights and only spare him the order of the statements.

-- The run that holds the key already is returned instead of a second one.
CREATE OR REPLACE FUNCTION start_run(
  version_id uuid, trigger_kind text, run_key text DEFAULT NULL, input jsonb DEFAULT '{}'
) RETURNS uuid
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $func$
DECLARE
  workflow workflows;
  started  uuid;
BEGIN
  SELECT w.* INTO workflow FROM workflows AS w JOIN workflow_versions AS v USING (workflow_id)
  WHERE v.workflow_version_id = version_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no workflow version %', version_id USING ERRCODE = 'no_data_found';
  END IF;
  INSERT INTO runs (
    tenant_id, workspace_id, workflow_version_id, trigger_type, triggered_by, input_metadata, idempotency_key)
  VALUES (
    workflow.tenant_id, workflow.workspace_id, version_id, trigger_kind, app_setting_uuid('app.principal_id'),
    coalesce(input, '{}'), run_key)
  ON CONFLICT (tenant_id, workspace_id, idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING
  RETURNING run_id INTO started;
  IF started IS NULL THEN
    SELECT r.run_id INTO STRICT started FROM runs AS r
    WHERE r.tenant_id = workflow.tenant_id AND r.workspace_id = workflow.workspace_id
      AND r.idempotency_key = run_key;
  END IF;
  RETURN started;
END
$func$;
REVOKE ALL ON FUNCTION start_run(uuid, text, text, jsonb) FROM PUBLIC;

CREATE OR REPLACE FUNCTION request_approval(
  step uuid, risk text, subject text, context jsonb DEFAULT '{}', approvers integer DEFAULT 1,
  expires timestamptz DEFAULT NULL
) RETURNS uuid
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $func$
DECLARE
  gate      steps;
  requested uuid;
BEGIN
  SELECT * INTO gate FROM steps AS s WHERE s.step_id = step;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no step %', step USING ERRCODE = 'no_data_found';
  END IF;
  INSERT INTO approval_requests (
    run_id, step_id, tenant_id, workspace_id, risk_tier, approval_subject, approval_context,
    required_approvers, expires_at)
  VALUES (
    gate.run_id, gate.step_id, gate.tenant_id, gate.workspace_id, risk, subject, context, approvers, expires)
  RETURNING approval_request_id INTO requested;
  UPDATE steps SET status = 'waiting_approval' WHERE step_id = gate.step_id AND status <> 'waiting_approval';
  UPDATE runs SET status = 'waiting_approval' WHERE run_id = gate.run_id AND status <> 'waiting_approval';
  RETURN requested;
END
$func$;
REVOKE ALL ON FUNCTION request_approval(uuid, text, text, jsonb, integer, timestamptz) FROM PUBLIC;

-- Returns what has become of the request: still requested while approvals are missing.
CREATE OR REPLACE FUNCTION decide_approval(
  request uuid, principal uuid, verdict text, explanation text DEFAULT NULL
) RETURNS approval_status
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $func$
DECLARE
  previous text := set_actor(principal);
  outcome  approval_status;
BEGIN
  INSERT INTO approval_decisions (approval_request_id, tenant_id, decided_by, decision, reason)
  SELECT r.approval_request_id, r.tenant_id, principal, verdict, explanation
  FROM approval_requests AS r WHERE r.approval_request_id = request;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no approval request %', request USING ERRCODE = 'no_data_found';
  END IF;
  SELECT r.status INTO outcome FROM approval_requests AS r WHERE r.approval_request_id = request;
  PERFORM set_config('app.principal_id', previous, true);
  RETURN outcome;
END
$func$;
REVOKE ALL ON FUNCTION decide_approval(uuid, uuid, text, text) FROM PUBLIC;

-- For all tenants, hence SECURITY DEFINER. A request that someone decides at this moment is left to him.
CREATE OR REPLACE FUNCTION expire_approval_requests() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $func$
DECLARE
  lapsed record;
  total  integer := 0;
BEGIN
  FOR lapsed IN
    SELECT r.approval_request_id, r.run_id, r.step_id FROM approval_requests AS r
    WHERE r.status = 'requested' AND r.expires_at <= now()
    ORDER BY r.tenant_id, r.workspace_id, r.expires_at FOR UPDATE SKIP LOCKED
  LOOP
    UPDATE approval_requests SET status = 'expired' WHERE approval_request_id = lapsed.approval_request_id;
    UPDATE steps SET status = 'failed_terminal', error_message = 'the approval expired'
    WHERE step_id = lapsed.step_id AND status = 'waiting_approval';
    UPDATE runs SET status = 'failed_terminal', error_message = 'an approval expired'
    WHERE run_id = lapsed.run_id AND status = 'waiting_approval';
    total := total + 1;
  END LOOP;
  RETURN total;
END
$func$;
REVOKE ALL ON FUNCTION expire_approval_requests() FROM PUBLIC;

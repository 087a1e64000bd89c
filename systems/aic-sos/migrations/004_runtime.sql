-- Purpose: runs of published versions, their steps, approvals and tool calls.
-- Date: 2026-11-21
-- Tables: runs, steps, approval_requests, approval_decisions, tool_calls
-- Decisions: a status moves only along its graph; an idempotency key starts one run; an approval is resolved
-- by its decisions alone; a metadata-only workspace stores no contents. Functions for callers are in 101.

CREATE TABLE IF NOT EXISTS runs (
  run_id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id           uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  workspace_id        uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  workflow_version_id uuid NOT NULL REFERENCES workflow_versions ON DELETE RESTRICT,
  trigger_type        text NOT NULL
    CONSTRAINT runs_trigger_type_check CHECK (trigger_type IN ('manual', 'scheduled', 'incident', 'webhook')),
  trigger_ref         text,
  triggered_by        uuid REFERENCES principals ON DELETE SET NULL,
  status              run_status NOT NULL DEFAULT 'queued',
  started_at          timestamptz,
  finished_at         timestamptz,
  input_metadata      jsonb NOT NULL DEFAULT '{}',
  output_metadata     jsonb DEFAULT '{}',
  error_message       text,
  idempotency_key     text,
  total_cost_in_cents numeric(18, 4) NOT NULL DEFAULT 0,
  metadata            jsonb DEFAULT '{}',
  created_at          timestamptz NOT NULL DEFAULT now(),
  updated_at          timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT runs_finished_at_check CHECK (finished_at >= started_at),
  CONSTRAINT runs_tenant_workspace_fkey FOREIGN KEY (tenant_id, workspace_id)
    REFERENCES workspaces (tenant_id, workspace_id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS runs_tenant_idx ON runs (tenant_id);
CREATE INDEX IF NOT EXISTS runs_workspace_idx ON runs (workspace_id);
CREATE INDEX IF NOT EXISTS runs_workflow_version_idx ON runs (workflow_version_id);
CREATE INDEX IF NOT EXISTS runs_status_idx ON runs (status);
CREATE INDEX IF NOT EXISTS runs_created_at_idx ON runs (created_at);
CREATE INDEX IF NOT EXISTS runs_idempotency_key_idx ON runs (idempotency_key);
CREATE UNIQUE INDEX IF NOT EXISTS runs_tenant_workspace_idempotency_key
  ON runs (tenant_id, workspace_id, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX IF NOT EXISTS runs_tenant_workspace_created_at_idx
  ON runs (tenant_id, workspace_id, created_at DESC);
CREATE INDEX IF NOT EXISTS runs_tenant_status_created_at_idx ON runs (tenant_id, status, created_at DESC);

CREATE TABLE IF NOT EXISTS steps (
  step_id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  run_id          uuid NOT NULL REFERENCES runs ON DELETE CASCADE,
  tenant_id       uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  workspace_id    uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  step_name       text NOT NULL,
  step_type       text NOT NULL CONSTRAINT steps_step_type_check CHECK (
    step_type IN ('llm_call', 'connector_action', 'approval_gate', 'branch')),
  sequence        integer NOT NULL,
  status          step_status NOT NULL DEFAULT 'ready',
  started_at      timestamptz,
  finished_at     timestamptz,
  input_metadata  jsonb DEFAULT '{}',
  output_metadata jsonb DEFAULT '{}',
  error_message   text,
  retry_count     integer DEFAULT 0 CONSTRAINT steps_retry_count_check CHECK (retry_count >= 0),
  metadata        jsonb DEFAULT '{}',
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT steps_run_id_sequence_key UNIQUE (run_id, sequence),
  CONSTRAINT steps_tenant_workspace_fkey FOREIGN KEY (tenant_id, workspace_id)
    REFERENCES workspaces (tenant_id, workspace_id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS steps_run_idx ON steps (run_id);
CREATE INDEX IF NOT EXISTS steps_tenant_idx ON steps (tenant_id);
CREATE INDEX IF NOT EXISTS steps_status_idx ON steps (status);
CREATE INDEX IF NOT EXISTS steps_created_at_idx ON steps (created_at);
CREATE INDEX IF NOT EXISTS steps_run_sequence_idx ON steps (run_id, sequence);

CREATE TABLE IF NOT EXISTS approval_requests (
  approval_request_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  run_id              uuid NOT NULL REFERENCES runs ON DELETE CASCADE,
  step_id             uuid NOT NULL REFERENCES steps ON DELETE CASCADE,
  tenant_id           uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  workspace_id        uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  risk_tier           text NOT NULL
    CONSTRAINT approval_requests_risk_tier_check CHECK (risk_tier IN ('low', 'medium', 'high')),
  approval_subject    text NOT NULL,
  approval_context    jsonb NOT NULL,
  status              approval_status NOT NULL DEFAULT 'requested',
  required_approvers  integer DEFAULT 1
    CONSTRAINT approval_requests_required_approvers_check CHECK (required_approvers >= 1),
  expires_at          timestamptz,
  notified_at         timestamptz,
  resolved_at         timestamptz,
  created_at          timestamptz NOT NULL DEFAULT now(),
  updated_at          timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT approval_requests_tenant_workspace_fkey FOREIGN KEY (tenant_id, workspace_id)
    REFERENCES workspaces (tenant_id, workspace_id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS approval_requests_run_idx ON approval_requests (run_id);
CREATE INDEX IF NOT EXISTS approval_requests_step_idx ON approval_requests (step_id);
CREATE INDEX IF NOT EXISTS approval_requests_tenant_idx ON approval_requests (tenant_id);
CREATE INDEX IF NOT EXISTS approval_requests_status_idx ON approval_requests (status);
CREATE INDEX IF NOT EXISTS approval_requests_expires_at_idx ON approval_requests (expires_at);
CREATE INDEX IF NOT EXISTS approval_requests_open_expires_at_idx ON approval_requests (expires_at)
  WHERE status = 'requested';

CREATE TABLE IF NOT EXISTS approval_decisions (
  approval_decision_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  approval_request_id  uuid NOT NULL REFERENCES approval_requests ON DELETE CASCADE,
  tenant_id            uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  decided_by           uuid NOT NULL REFERENCES principals ON DELETE RESTRICT,
  decision             text NOT NULL
    CONSTRAINT approval_decisions_decision_check CHECK (decision IN ('approved', 'rejected')),
  reason               text,
  decided_at           timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT approval_decisions_approval_request_id_decided_by_key UNIQUE (approval_request_id, decided_by)
);
CREATE INDEX IF NOT EXISTS approval_decisions_approval_request_idx
  ON approval_decisions (approval_request_id);
CREATE INDEX IF NOT EXISTS approval_decisions_tenant_idx ON approval_decisions (tenant_id);
CREATE INDEX IF NOT EXISTS approval_decisions_decided_by_idx ON approval_decisions (decided_by);

CREATE TABLE IF NOT EXISTS tool_calls (
  tool_call_id   uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  run_id         uuid NOT NULL REFERENCES runs ON DELETE CASCADE,
  step_id        uuid NOT NULL REFERENCES steps ON DELETE CASCADE,
  tenant_id      uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  tool_type      text NOT NULL
    CONSTRAINT tool_calls_tool_type_check CHECK (tool_type IN ('llm', 'connector')),
  tool_name      text NOT NULL,
  input_data     jsonb NOT NULL,
  output_data    jsonb DEFAULT '{}',
  error_message  text,
  started_at     timestamptz,
  finished_at    timestamptz,
  usage_metadata jsonb DEFAULT '{}',
  created_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS tool_calls_run_idx ON tool_calls (run_id);
CREATE INDEX IF NOT EXISTS tool_calls_step_idx ON tool_calls (step_id);
CREATE INDEX IF NOT EXISTS tool_calls_tenant_idx ON tool_calls (tenant_id);
CREATE INDEX IF NOT EXISTS tool_calls_created_at_idx ON tool_calls (created_at);

-- The graph that runs and steps share; they differ in the name of their first state.
CREATE OR REPLACE FUNCTION allowed_statuses(status text) RETURNS text[]
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN status IN ('queued', 'ready') THEN '{running,canceled}'
  WHEN status = 'running' THEN '{waiting_approval,succeeded,failed_retryable,failed_terminal,canceled}'
  WHEN status = 'waiting_approval' THEN '{running,failed_terminal,canceled}'
  WHEN status = 'failed_retryable' THEN '{queued,ready,running,failed_terminal,canceled}'
  ELSE '{}'
END::text[];
REVOKE ALL ON FUNCTION allowed_statuses(text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION guard_run_status() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $func$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'queued' THEN
      RAISE EXCEPTION 'a run begins as queued, not as %', NEW.status
        USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NEW.status <> OLD.status THEN
    IF NEW.status::text <> ALL (allowed_statuses(OLD.status::text)) THEN
      RAISE EXCEPTION 'a run cannot go from % to %', OLD.status, NEW.status
        USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.status = 'running' THEN
      NEW.started_at := coalesce(NEW.started_at, now());
    ELSIF NEW.status IN ('succeeded', 'failed_terminal', 'canceled') THEN
      NEW.finished_at := coalesce(NEW.finished_at, greatest(now(), NEW.started_at));
    END IF;
  END IF;
  IF TG_OP = 'INSERT' OR NEW.workflow_version_id <> OLD.workflow_version_id THEN
    -- A version that does not exist is the foreign key's matter. The workspace is not the version's own:
    -- it is that of the version's workflow.
    PERFORM FROM workflow_versions AS v JOIN workflows AS w USING (workflow_id)
    WHERE v.workflow_version_id = NEW.workflow_version_id
      AND NOT (v.is_published AND w.tenant_id = NEW.tenant_id AND w.workspace_id = NEW.workspace_id);
    IF FOUND THEN
      RAISE EXCEPTION 'a run needs a published version of a workflow in its workspace'
        USING ERRCODE = 'check_violation', HINT = 'Publish it with publish_workflow_version().';
    END IF;
  END IF;
  RETURN NEW;
END
$func$;
REVOKE ALL ON FUNCTION guard_run_status() FROM PUBLIC;
CREATE OR REPLACE TRIGGER runs_guard_status BEFORE INSERT OR UPDATE ON runs
  FOR EACH ROW EXECUTE FUNCTION guard_run_status();

CREATE OR REPLACE FUNCTION guard_step_status() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $func$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'ready' THEN
      RAISE EXCEPTION 'a step begins as ready, not as %', NEW.status
        USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NEW.status <> OLD.status THEN
    IF NEW.status::text <> ALL (allowed_statuses(OLD.status::text)) THEN
      RAISE EXCEPTION 'a step cannot go from % to %', OLD.status, NEW.status
        USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.status = 'running' THEN
      NEW.started_at := coalesce(NEW.started_at, now());
    ELSIF NEW.status IN ('succeeded', 'failed_terminal', 'canceled') THEN
      NEW.finished_at := coalesce(NEW.finished_at, greatest(now(), NEW.started_at));
    END IF;
  END IF;
  RETURN NEW;
END
$func$;
REVOKE ALL ON FUNCTION guard_step_status() FROM PUBLIC;
CREATE OR REPLACE TRIGGER steps_guard_status BEFORE INSERT OR UPDATE ON steps
  FOR EACH ROW EXECUTE FUNCTION guard_step_status();

-- What is asked stays as it was asked, and the answer must follow from the decisions. A lone UPDATE to
-- approved would otherwise pass the gate.
CREATE OR REPLACE FUNCTION guard_approval_request() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $func$
DECLARE
  mutable    text[] := ARRAY['status', 'notified_at', 'resolved_at', 'updated_at'];
  approvals  integer;
  rejections integer;
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.required_approvers := coalesce(NEW.required_approvers, 1);
    IF NEW.status <> 'requested' THEN
      RAISE EXCEPTION 'an approval begins as requested, not as %', NEW.status
        USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF to_jsonb(NEW) - mutable <> to_jsonb(OLD) - mutable THEN
    RAISE EXCEPTION 'an approval request never changes what it asks' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.status = OLD.status THEN
    RETURN NEW;
  END IF;
  IF OLD.status <> 'requested' THEN
    RAISE EXCEPTION 'an approval cannot go from % to %: it is resolved', OLD.status, NEW.status
      USING ERRCODE = 'check_violation';
  END IF;
  SELECT count(*) FILTER (WHERE d.decision = 'approved'), count(*) FILTER (WHERE d.decision = 'rejected')
  INTO approvals, rejections
  FROM approval_decisions AS d WHERE d.approval_request_id = NEW.approval_request_id;
  IF NEW.status = 'approved' AND (approvals < NEW.required_approvers OR rejections > 0)
    OR NEW.status = 'rejected' AND rejections = 0
    OR NEW.status = 'expired' AND (NEW.expires_at IS NULL OR NEW.expires_at > now())
  THEN
    RAISE EXCEPTION 'an approval cannot become % with % of % approvals and % rejections', NEW.status,
      approvals, NEW.required_approvers, rejections
      USING ERRCODE = 'check_violation', HINT = 'Decide it with decide_approval().';
  END IF;
  NEW.resolved_at := now();
  RETURN NEW;
END
$func$;
REVOKE ALL ON FUNCTION guard_approval_request() FROM PUBLIC;
CREATE OR REPLACE TRIGGER approval_requests_guard BEFORE INSERT OR UPDATE ON approval_requests
  FOR EACH ROW EXECUTE FUNCTION guard_approval_request();

CREATE OR REPLACE FUNCTION guard_approval_decision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $func$
DECLARE
  request approval_requests;
BEGIN
  -- Locked, so that two decisions at once are counted one after the other.
  SELECT * INTO request FROM approval_requests AS r
  WHERE r.approval_request_id = NEW.approval_request_id AND r.tenant_id = NEW.tenant_id FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no approval request % in this tenant', NEW.approval_request_id
      USING ERRCODE = 'foreign_key_violation';
  END IF;
  IF request.status <> 'requested' THEN
    RAISE EXCEPTION 'the approval request is already %', request.status USING ERRCODE = 'restrict_violation';
  END IF;
  IF request.expires_at <= clock_timestamp() THEN
    RAISE EXCEPTION 'the approval request expired at %', request.expires_at
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.decided_by <> app_setting_uuid('app.principal_id') THEN
    RAISE EXCEPTION 'an approval is decided in one''s own name only' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM FROM principals AS p
  JOIN role_bindings AS b ON b.principal_id = p.principal_id AND b.workspace_id = request.workspace_id
  JOIN roles AS r ON r.role_id = b.role_id AND r.name IN ('approver', 'workspace_admin')
  WHERE p.principal_id = NEW.decided_by AND p.tenant_id = NEW.tenant_id AND p.is_active;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only an active approver or workspace_admin of the workspace decides an approval'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF request.risk_tier = 'high' AND EXISTS (
    SELECT FROM runs AS r WHERE r.run_id = request.run_id AND r.triggered_by = NEW.decided_by)
  THEN
    RAISE EXCEPTION 'a high-risk approval needs a principal other than the one that triggered the run'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  NEW.decided_at := now();
  RETURN NEW;
END
$func$;
REVOKE ALL ON FUNCTION guard_approval_decision() FROM PUBLIC;
CREATE OR REPLACE TRIGGER approval_decisions_guard BEFORE INSERT ON approval_decisions
  FOR EACH ROW EXECUTE FUNCTION guard_approval_decision();

-- One rejection rejects; enough approvals approve. The run goes on when no other request holds it.
CREATE OR REPLACE FUNCTION resolve_approval() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $func$
DECLARE
  request approval_requests;
  verdict approval_status;
BEGIN
  SELECT * INTO request FROM approval_requests AS r WHERE r.approval_request_id = NEW.approval_request_id;
  IF NEW.decision = 'rejected' THEN
    verdict := 'rejected';
  ELSIF request.required_approvers <= (
    SELECT count(*) FROM approval_decisions AS d
    WHERE d.approval_request_id = NEW.approval_request_id AND d.decision = 'approved')
  THEN
    verdict := 'approved';
  ELSE
    RETURN NULL;
  END IF;
  UPDATE approval_requests SET status = verdict WHERE approval_request_id = NEW.approval_request_id;
  UPDATE steps
  SET status = CASE verdict WHEN 'approved' THEN 'running' ELSE 'failed_terminal' END::step_status
  WHERE step_id = request.step_id AND status = 'waiting_approval';
  UPDATE runs
  SET status = CASE verdict WHEN 'approved' THEN 'running' ELSE 'failed_terminal' END::run_status
  WHERE run_id = request.run_id AND status = 'waiting_approval'
    AND (verdict = 'rejected' OR NOT EXISTS (
      SELECT FROM approval_requests AS r WHERE r.run_id = request.run_id AND r.status = 'requested'));
  RETURN NULL;
END
$func$;
REVOKE ALL ON FUNCTION resolve_approval() FROM PUBLIC;
CREATE OR REPLACE TRIGGER approval_decisions_resolve AFTER INSERT ON approval_decisions
  FOR EACH ROW EXECUTE FUNCTION resolve_approval();

-- Arguments: the columns to look through, at any depth. Rows written before the mode was tightened stay,
-- and may change in their other columns.
CREATE OR REPLACE FUNCTION guard_metadata_only() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $func$
DECLARE
  new_row jsonb := to_jsonb(NEW);
  old_row jsonb := '{}';
  checked text;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    old_row := to_jsonb(OLD);
  END IF;
  FOREACH checked IN ARRAY TG_ARGV LOOP
    IF new_row -> checked IS DISTINCT FROM old_row -> checked
      AND jsonb_path_exists(new_row -> checked,
        'strict $.** ? (exists (@.content) || exists (@.body) || exists (@.prompt) || exists (@.completion))')
      AND EXISTS (
        SELECT FROM runs AS r
        RIGHT JOIN (SELECT 1) AS always ON r.run_id = (new_row ->> 'run_id')::uuid
        JOIN workspaces AS w ON w.workspace_id = coalesce((new_row ->> 'workspace_id')::uuid, r.workspace_id)
        WHERE w.data_persistence_mode = 'metadata_only')
    THEN
      RAISE EXCEPTION '%.% holds contents, but its workspace keeps metadata only', TG_TABLE_NAME, checked
        USING ERRCODE = 'check_violation', HINT = 'Leave out the keys content, body, prompt and completion.';
    END IF;
  END LOOP;
  RETURN NEW;
END
$func$;
REVOKE ALL ON FUNCTION guard_metadata_only() FROM PUBLIC;
CREATE OR REPLACE TRIGGER runs_metadata_only BEFORE INSERT OR UPDATE ON runs
  FOR EACH ROW EXECUTE FUNCTION guard_metadata_only('input_metadata', 'output_metadata');
CREATE OR REPLACE TRIGGER steps_metadata_only BEFORE INSERT OR UPDATE ON steps
  FOR EACH ROW EXECUTE FUNCTION guard_metadata_only('input_metadata', 'output_metadata');
CREATE OR REPLACE TRIGGER tool_calls_metadata_only BEFORE INSERT OR UPDATE ON tool_calls
  FOR EACH ROW EXECUTE FUNCTION guard_metadata_only('input_data', 'output_data', 'usage_metadata');

CREATE OR REPLACE TRIGGER runs_update_timestamp BEFORE UPDATE ON runs
  FOR EACH ROW EXECUTE FUNCTION update_timestamp();
CREATE OR REPLACE TRIGGER steps_update_timestamp BEFORE UPDATE ON steps
  FOR EACH ROW EXECUTE FUNCTION update_timestamp();
CREATE OR REPLACE TRIGGER approval_requests_update_timestamp BEFORE UPDATE ON approval_requests
  FOR EACH ROW EXECUTE FUNCTION update_timestamp();

CREATE OR REPLACE TRIGGER runs_same_tenant BEFORE INSERT OR UPDATE ON runs
  FOR EACH ROW EXECUTE FUNCTION guard_same_tenant(
    'workflow_version_id:workflow_versions:workflow_version_id', 'triggered_by:principals:principal_id');
CREATE OR REPLACE TRIGGER steps_same_tenant BEFORE INSERT OR UPDATE ON steps
  FOR EACH ROW EXECUTE FUNCTION guard_same_tenant('run_id:runs:run_id');
CREATE OR REPLACE TRIGGER approval_requests_same_tenant BEFORE INSERT OR UPDATE ON approval_requests
  FOR EACH ROW EXECUTE FUNCTION guard_same_tenant('run_id:runs:run_id', 'step_id:steps:step_id');
CREATE OR REPLACE TRIGGER approval_decisions_same_tenant BEFORE INSERT OR UPDATE ON approval_decisions
  FOR EACH ROW EXECUTE FUNCTION guard_same_tenant(
    'approval_request_id:approval_requests:approval_request_id', 'decided_by:principals:principal_id');
CREATE OR REPLACE TRIGGER tool_calls_same_tenant BEFORE INSERT OR UPDATE ON tool_calls
  FOR EACH ROW EXECUTE FUNCTION guard_same_tenant('run_id:runs:run_id', 'step_id:steps:step_id');

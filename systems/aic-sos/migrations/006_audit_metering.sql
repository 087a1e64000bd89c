-- Purpose: what happened and what it cost.
-- Date: 2026-11-21
-- Tables: audit_events, metering_events, usage_summary, audit_config
-- Decisions: events are only ever added; audit events form one hash chain per tenant and workspace (and one
-- for the tenant itself), so that a change, a gap or a fork shows. Who writes the events is in 100.

CREATE TABLE IF NOT EXISTS audit_events (
  audit_event_id    uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id         uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  workspace_id      uuid REFERENCES workspaces ON DELETE CASCADE,
  -- No SET NULL here and below: it would be an update of the log. Principals are deactivated instead.
  actor_id          uuid REFERENCES principals,
  action            text NOT NULL,
  resource_type     text NOT NULL,
  resource_id       uuid,
  change_details    jsonb DEFAULT '{}',
  status            text NOT NULL DEFAULT 'success'
    CONSTRAINT audit_events_status_check CHECK (status IN ('success', 'failure')),
  error_message     text,
  source            text DEFAULT 'api'
    CONSTRAINT audit_events_source_check CHECK (source IN ('api', 'ui', 'scheduled')),
  client_ip         text,
  user_agent        text,
  chain_seq         bigint NOT NULL,
  previous_event_id uuid REFERENCES audit_events,
  previous_hash     bytea,
  event_hash        bytea NOT NULL,
  retention_until   timestamptz,
  created_at        timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT audit_events_chain_key UNIQUE NULLS NOT DISTINCT (tenant_id, workspace_id, chain_seq),
  CONSTRAINT audit_events_tenant_workspace_fkey FOREIGN KEY (tenant_id, workspace_id)
    REFERENCES workspaces (tenant_id, workspace_id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS audit_events_tenant_idx ON audit_events (tenant_id);
CREATE INDEX IF NOT EXISTS audit_events_workspace_idx ON audit_events (workspace_id);
CREATE INDEX IF NOT EXISTS audit_events_actor_idx ON audit_events (actor_id);
CREATE INDEX IF NOT EXISTS audit_events_action_idx ON audit_events (action);
CREATE INDEX IF NOT EXISTS audit_events_resource_idx ON audit_events (resource_type, resource_id);
CREATE INDEX IF NOT EXISTS audit_events_created_at_idx ON audit_events (created_at);
CREATE INDEX IF NOT EXISTS audit_events_tenant_workspace_created_at_idx
  ON audit_events (tenant_id, workspace_id, created_at DESC);
CREATE INDEX IF NOT EXISTS audit_events_retention_until_idx ON audit_events (retention_until)
  WHERE retention_until IS NOT NULL;
-- The key to itself is checked for each event that a purge removes.
CREATE INDEX IF NOT EXISTS audit_events_previous_event_idx ON audit_events (previous_event_id);

CREATE TABLE IF NOT EXISTS metering_events (
  metering_event_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id         uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  workspace_id      uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  metric_type       text NOT NULL CONSTRAINT metering_events_metric_type_check
    CHECK (metric_type IN ('llm_tokens', 'connector_calls', 'api_calls', 'storage_bytes')),
  metric_name       text NOT NULL,
  quantity          numeric(18, 2) NOT NULL CONSTRAINT metering_events_quantity_check CHECK (quantity >= 0),
  unit              text NOT NULL
    CONSTRAINT metering_events_unit_check CHECK (unit IN ('tokens', 'calls', 'bytes', 'minutes')),
  -- Not numeric(10, 4), which ends below a million cents.
  cost_in_cents     numeric(18, 4) DEFAULT 0,
  run_id            uuid REFERENCES runs ON DELETE SET NULL,
  tool_call_id      uuid REFERENCES tool_calls ON DELETE SET NULL,
  -- Names the event at its source, so that one delivered twice counts once.
  source_key        text,
  metadata          jsonb DEFAULT '{}',
  created_at        timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT metering_events_tenant_id_source_key_key UNIQUE (tenant_id, source_key),
  CONSTRAINT metering_events_tenant_workspace_fkey FOREIGN KEY (tenant_id, workspace_id)
    REFERENCES workspaces (tenant_id, workspace_id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS metering_events_tenant_idx ON metering_events (tenant_id);
CREATE INDEX IF NOT EXISTS metering_events_workspace_idx ON metering_events (workspace_id);
CREATE INDEX IF NOT EXISTS metering_events_metric_type_idx ON metering_events (metric_type);
CREATE INDEX IF NOT EXISTS metering_events_created_at_idx ON metering_events (created_at);
CREATE INDEX IF NOT EXISTS metering_events_tenant_workspace_created_at_idx
  ON metering_events (tenant_id, workspace_id, created_at);

CREATE TABLE IF NOT EXISTS usage_summary (
  usage_summary_id      uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id             uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  workspace_id          uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  period                text NOT NULL
    CONSTRAINT usage_summary_period_check CHECK (period IN ('hourly', 'daily', 'monthly')),
  period_start          timestamptz NOT NULL,
  period_end            timestamptz NOT NULL,
  llm_input_tokens      bigint DEFAULT 0,
  llm_output_tokens     bigint DEFAULT 0,
  api_calls_count       integer DEFAULT 0,
  connector_calls_count integer DEFAULT 0,
  storage_bytes         bigint DEFAULT 0,
  total_cost_in_cents   numeric(18, 4) DEFAULT 0,
  updated_at            timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT usage_summary_workspace_id_period_period_start_key UNIQUE (workspace_id, period, period_start),
  CONSTRAINT usage_summary_period_end_check CHECK (period_end > period_start),
  CONSTRAINT usage_summary_tenant_workspace_fkey FOREIGN KEY (tenant_id, workspace_id)
    REFERENCES workspaces (tenant_id, workspace_id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS usage_summary_tenant_idx ON usage_summary (tenant_id);
CREATE INDEX IF NOT EXISTS usage_summary_workspace_idx ON usage_summary (workspace_id);
CREATE INDEX IF NOT EXISTS usage_summary_period_idx ON usage_summary (period_start);

CREATE TABLE IF NOT EXISTS audit_config (
  audit_config_id       uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id             uuid NOT NULL UNIQUE REFERENCES tenants ON DELETE CASCADE,
  retention_days        integer DEFAULT 365
    CONSTRAINT audit_config_retention_days_check CHECK (retention_days >= 1),
  log_level             text DEFAULT 'standard'
    CONSTRAINT audit_config_log_level_check CHECK (log_level IN ('minimal', 'standard', 'verbose')),
  mask_sensitive_fields boolean DEFAULT true,
  export_enabled        boolean DEFAULT false,
  export_destination    text,
  last_export_at        timestamptz,
  -- What a purge left of each chain: {"<workspace or none>": {"chain_seq": …, "event_hash": "…"}}.
  chain_checkpoints     jsonb NOT NULL DEFAULT '{}',
  created_at            timestamptz NOT NULL DEFAULT now(),
  updated_at            timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS audit_config_tenant_idx ON audit_config (tenant_id);

-- Replaces the values of keys that name secrets, at any depth.
CREATE OR REPLACE FUNCTION mask_sensitive(details jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = public, pg_temp
AS $func$
BEGIN
  RETURN CASE jsonb_typeof(details)
    WHEN 'object' THEN (
      SELECT coalesce(jsonb_object_agg(e.key, CASE
        WHEN e.key ~*
          '(password|passwd|secret|token|authorization|credentials?|api_?key|key_hash|private_?key)$'
          '|^encrypted_'
        THEN to_jsonb('***'::text) ELSE mask_sensitive(e.value) END), '{}')
      FROM jsonb_each(details) AS e)
    WHEN 'array' THEN (
      SELECT coalesce(jsonb_agg(mask_sensitive(e.value) ORDER BY e.position), '[]')
      FROM jsonb_array_elements(details) WITH ORDINALITY AS e (value, position))
    ELSE details
  END;
END
$func$;
REVOKE ALL ON FUNCTION mask_sensitive(jsonb) FROM PUBLIC;

-- SHA-256 over the previous hash and the canonical JSON of the other columns. Columns that are null are left
-- out, so that one added later does not break old hashes; the time zone is fixed, because it shows in the
-- text of a time. previous_event_id is left out too: previous_hash says more, and a purge clears it.
CREATE OR REPLACE FUNCTION audit_event_hash(event audit_events) RETURNS bytea
LANGUAGE sql STABLE SET search_path = public, pg_temp SET timezone = 'UTC'
AS $func$
  SELECT sha256(coalesce(event.previous_hash, '') || convert_to((
    SELECT jsonb_object_agg(e.key, e.value)::text
    FROM jsonb_each(to_jsonb(event) - ARRAY['previous_event_id', 'previous_hash', 'event_hash']) AS e
    WHERE e.value <> 'null'), 'UTF8'))
$func$;
REVOKE ALL ON FUNCTION audit_event_hash(audit_events) FROM PUBLIC;

-- Whatever the caller wrote into the columns of the chain is overwritten, and the time with them. Two
-- writers wait for each other; one with an older snapshot meets the unique key instead of forking the chain.
CREATE OR REPLACE FUNCTION audit_chain() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $func$
DECLARE
  head audit_events;
  checkpoint jsonb;
  masked boolean;
BEGIN
  PERFORM pg_advisory_xact_lock(
    hashtextextended('audit_events ' || NEW.tenant_id || ' ' || coalesce(NEW.workspace_id::text, 'none'), 0));
  SELECT c.mask_sensitive_fields, c.chain_checkpoints -> coalesce(NEW.workspace_id::text, 'none')
  INTO masked, checkpoint
  FROM audit_config AS c WHERE c.tenant_id = NEW.tenant_id;
  SELECT * INTO head FROM audit_events AS e
  WHERE e.tenant_id = NEW.tenant_id AND e.workspace_id IS NOT DISTINCT FROM NEW.workspace_id
  ORDER BY e.chain_seq DESC LIMIT 1;
  IF FOUND THEN
    NEW.chain_seq := head.chain_seq + 1;
    NEW.previous_event_id := head.audit_event_id;
    NEW.previous_hash := head.event_hash;
  ELSE
    -- Empty, or purged to its end: then the checkpoint carries the chain on.
    NEW.chain_seq := coalesce((checkpoint ->> 'chain_seq')::bigint, 0) + 1;
    NEW.previous_event_id := NULL;
    NEW.previous_hash := decode(checkpoint ->> 'event_hash', 'hex');
  END IF;
  NEW.created_at := clock_timestamp();
  IF coalesce(masked, true) THEN
    NEW.change_details := mask_sensitive(NEW.change_details);
  END IF;
  NEW.event_hash := audit_event_hash(NEW);
  RETURN NEW;
END
$func$;
REVOKE ALL ON FUNCTION audit_chain() FROM PUBLIC;
-- z: after the other triggers, so that what is hashed is what is stored.
CREATE OR REPLACE TRIGGER audit_events_z_chain BEFORE INSERT ON audit_events
  FOR EACH ROW EXECUTE FUNCTION audit_chain();

-- Two ways lead past it. While a tenant is erased its row is gone already, and foreign keys may do as they
-- must. And the purge: the setting alone opens nothing, the statement must also run as its owner.
CREATE OR REPLACE FUNCTION guard_append_only() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $func$
BEGIN
  IF TG_LEVEL = 'ROW' THEN
    IF NOT tenant_exists(OLD.tenant_id) THEN
      IF TG_OP = 'DELETE' THEN
        RETURN OLD;
      END IF;
      RETURN NEW;
    END IF;
    IF TG_TABLE_NAME = 'audit_events'
      AND current_setting('app.audit_purge', true) = OLD.tenant_id::text
      AND current_user = (
        SELECT pg_get_userbyid(p.proowner) FROM pg_proc AS p
        WHERE p.oid = to_regprocedure('public.purge_expired_audit(uuid)'))
    THEN
      IF TG_OP = 'DELETE' THEN
        RETURN OLD;
      ELSIF to_jsonb(NEW) = to_jsonb(OLD) || '{"previous_event_id": null}' THEN
        RETURN NEW;
      END IF;
    END IF;
  END IF;
  RAISE EXCEPTION '% on % is refused: it is append-only', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation',
      HINT = 'Rows leave it with their tenant only; expired audit events by purge_expired_audit().';
END
$func$;
REVOKE ALL ON FUNCTION guard_append_only() FROM PUBLIC;

DO $do$
DECLARE
  relation text;
BEGIN
  FOREACH relation IN ARRAY ARRAY[
    'audit_events', 'metering_events', 'secret_rotation_log', 'approval_decisions'
  ] LOOP
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER %I BEFORE UPDATE OR DELETE ON %I'
      || ' FOR EACH ROW EXECUTE FUNCTION guard_append_only()',
      relation || '_append_only', relation);
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER %I BEFORE TRUNCATE ON %I'
      || ' FOR EACH STATEMENT EXECUTE FUNCTION guard_append_only()',
      relation || '_no_truncate', relation);
  END LOOP;
END
$do$;

CREATE OR REPLACE TRIGGER usage_summary_update_timestamp BEFORE UPDATE ON usage_summary
  FOR EACH ROW EXECUTE FUNCTION update_timestamp();
CREATE OR REPLACE TRIGGER audit_config_update_timestamp BEFORE UPDATE ON audit_config
  FOR EACH ROW EXECUTE FUNCTION update_timestamp();

CREATE OR REPLACE TRIGGER audit_events_same_tenant BEFORE INSERT ON audit_events
  FOR EACH ROW EXECUTE FUNCTION guard_same_tenant('actor_id:principals:principal_id');
CREATE OR REPLACE TRIGGER metering_events_same_tenant BEFORE INSERT ON metering_events
  FOR EACH ROW EXECUTE FUNCTION guard_same_tenant(
    'run_id:runs:run_id', 'tool_call_id:tool_calls:tool_call_id');
CREATE OR REPLACE TRIGGER usage_summary_same_tenant BEFORE UPDATE ON usage_summary
  FOR EACH ROW EXECUTE FUNCTION guard_same_tenant();
CREATE OR REPLACE TRIGGER audit_config_same_tenant BEFORE UPDATE ON audit_config
  FOR EACH ROW EXECUTE FUNCTION guard_same_tenant();

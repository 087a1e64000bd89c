-- Purpose: who writes the audit log, who checks it, and how it is thinned and exported.
-- Date: 2026-11-21
-- Tables: none; functions, and an audit trigger on 15 tables
-- Decisions: changes are logged by the database, so that no caller forgets; secrets are always masked.

-- An event of the application's own. Tenant, actor and source come from the session's context.
CREATE OR REPLACE FUNCTION append_audit_event(
  action text, resource_type text, resource_id uuid DEFAULT NULL, details jsonb DEFAULT '{}',
  status text DEFAULT 'success', error_message text DEFAULT NULL, workspace uuid DEFAULT app_workspace_id(),
  retention_until timestamptz DEFAULT NULL, tenant uuid DEFAULT app_tenant_id()
) RETURNS uuid
LANGUAGE sql SET search_path = public, pg_temp
AS $func$
  INSERT INTO audit_events (
    tenant_id, workspace_id, actor_id, action, resource_type, resource_id, change_details, status,
    error_message, source, retention_until)
  VALUES (
    tenant, workspace, app_setting_uuid('app.principal_id'), action, resource_type, resource_id, details,
    status, error_message, coalesce(nullif(current_setting('app.source', true), ''), 'api'), retention_until)
  RETURNING audit_event_id
$func$;
REVOKE ALL ON FUNCTION append_audit_event(text, text, uuid, jsonb, text, text, uuid, timestamptz, uuid)
  FROM PUBLIC;

-- What happened to a row, in one word. Changing a secret's value is a rotation, whoever does it and how.
CREATE OR REPLACE FUNCTION audit_action(noun text, operation text, old_row jsonb, new_row jsonb) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN operation = 'INSERT' THEN noun || '.created'
  WHEN operation = 'DELETE' THEN noun || '.deleted'
  WHEN (new_row -> 'key_hash', new_row -> 'encrypted_key', new_row -> 'encrypted_config')
    IS DISTINCT FROM (old_row -> 'key_hash', old_row -> 'encrypted_key', old_row -> 'encrypted_config')
    THEN 'key.rotated'
  WHEN new_row -> 'status' <> old_row -> 'status' THEN noun || '.' || CASE
    WHEN new_row ->> 'status' <> 'running' THEN new_row ->> 'status'
    WHEN old_row ->> 'status' = 'queued' THEN 'started'
    ELSE 'resumed' END
  WHEN new_row -> 'is_published' <> old_row -> 'is_published' THEN noun || '.published'
  WHEN new_row -> 'is_revoked' <> old_row -> 'is_revoked' THEN noun || '.revoked'
  WHEN old_row -> 'is_active' = 'true' AND new_row -> 'is_active' = 'false' THEN noun || '.deactivated'
  ELSE noun || '.updated'
END;
REVOKE ALL ON FUNCTION audit_action(text, text, jsonb, jsonb) FROM PUBLIC;

-- Arguments: what the row is called, and its key. SECURITY DEFINER, because whoever changes a row need not
-- see the log; the tenant is the row's own, not the caller's word.
CREATE OR REPLACE FUNCTION audit_row_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $func$
DECLARE
  old_row jsonb;
  new_row jsonb;
  subject jsonb;
  details jsonb;
  -- Texts that have a digest in the row.
  bulky   text[] := ARRAY['definition_yaml', 'policy_rego'];
BEGIN
  IF TG_OP <> 'INSERT' THEN
    old_row := to_jsonb(OLD) - bulky;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    new_row := to_jsonb(NEW) - bulky;
  END IF;
  subject := coalesce(new_row, old_row);
  -- A tenant that is erased takes its log along, so there is nowhere left to write its end.
  IF NOT tenant_exists((subject ->> 'tenant_id')::uuid) THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_build_object('changed', jsonb_object_agg(
      n.key, jsonb_build_object('from', old_row -> n.key, 'to', n.value)))
    INTO details
    FROM jsonb_each(new_row) AS n
    WHERE n.key <> 'updated_at' AND n.value <> old_row -> n.key;
    IF details -> 'changed' = 'null' THEN
      RETURN NULL;
    END IF;
  ELSE
    details := jsonb_build_object('row', subject);
  END IF;
  INSERT INTO audit_events (
    tenant_id, workspace_id, actor_id, action, resource_type, resource_id, change_details, source)
  VALUES (
    (subject ->> 'tenant_id')::uuid,
    -- A workspace that is going away has no chain left; the tenant's own takes the event.
    (SELECT w.workspace_id FROM workspaces AS w WHERE w.workspace_id = (subject ->> 'workspace_id')::uuid),
    (SELECT p.principal_id FROM principals AS p
     WHERE p.principal_id = app_setting_uuid('app.principal_id')
       AND p.tenant_id = (subject ->> 'tenant_id')::uuid),
    audit_action(TG_ARGV[0], TG_OP, old_row, new_row), TG_ARGV[0], (subject ->> TG_ARGV[1])::uuid,
    mask_sensitive(details),
    CASE WHEN current_setting('app.source', true) IN ('ui', 'scheduled')
      THEN current_setting('app.source', true) ELSE 'api' END);
  RETURN NULL;
END
$func$;
REVOKE ALL ON FUNCTION audit_row_change() FROM PUBLIC;

DO $do$
DECLARE
  audited record;
BEGIN
  FOR audited IN
    SELECT * FROM (VALUES
      ('tenants', 'tenant', 'tenant_id'),
      ('workspaces', 'workspace', 'workspace_id'),
      ('workspace_config', 'workspace_config', 'config_id'),
      ('role_bindings', 'role_binding', 'role_binding_id'),
      ('roles', 'role', 'role_id'),
      ('api_keys', 'api_key', 'api_key_id'),
      ('sessions', 'session', 'session_id'),
      ('workflows', 'workflow', 'workflow_id'),
      ('workflow_versions', 'workflow_version', 'workflow_version_id'),
      ('policies', 'policy', 'policy_id'),
      ('policy_bindings', 'policy_binding', 'policy_binding_id'),
      ('runs', 'run', 'run_id'),
      ('approval_requests', 'approval', 'approval_request_id'),
      ('provider_keys', 'provider_key', 'provider_key_id'),
      ('connector_installations', 'connector', 'connector_installation_id')
    ) AS v (relation, noun, key)
  LOOP
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I'
      || ' FOR EACH ROW EXECUTE FUNCTION audit_row_change(%L, %L)',
      audited.relation || '_audit', audited.relation, audited.noun, audited.key);
  END LOOP;
END
$do$;

-- One row for the first problem of a chain, none when it holds. A purged beginning is accepted only with the
-- checkpoint that the purge left. A chain cut off at its end still holds: only an export tells that.
CREATE OR REPLACE FUNCTION verify_audit_chain(tenant uuid, workspace uuid DEFAULT NULL)
RETURNS TABLE (first_bad_seq bigint, reason text)
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp
AS $func$
BEGIN
  -- What row security hides would pass for an empty chain, and an empty chain holds.
  IF row_security_active('audit_events') AND (
    app_tenant_id() IS DISTINCT FROM tenant OR app_workspace_id() <> workspace)
  THEN
    RAISE EXCEPTION 'the chain is not visible in this context' USING ERRCODE = 'insufficient_privilege',
      HINT = 'Set app.tenant_id, and app.workspace_id if it is set, to those of the chain.';
  END IF;
  RETURN QUERY
  WITH events AS (
    SELECT e.chain_seq, e.previous_event_id, e.previous_hash, e.event_hash,
      audit_event_hash(e) AS expected_hash,
      lag(e.chain_seq) OVER chain AS before_seq, lag(e.audit_event_id) OVER chain AS before_id,
      lag(e.event_hash) OVER chain AS before_hash
    FROM audit_events AS e
    WHERE e.tenant_id = tenant AND e.workspace_id IS NOT DISTINCT FROM workspace
    WINDOW chain AS (ORDER BY e.chain_seq)
  ), checkpoint AS (
    SELECT (k.kept ->> 'chain_seq')::bigint AS seq, decode(k.kept ->> 'event_hash', 'hex') AS hash
    FROM audit_config AS c,
      LATERAL (SELECT c.chain_checkpoints -> coalesce(workspace::text, 'none')) AS k (kept)
    WHERE c.tenant_id = tenant AND k.kept IS NOT NULL
  ), judged AS (
    SELECT e.chain_seq, CASE
      WHEN e.event_hash <> e.expected_hash THEN 'altered hash: the event is not what was written'
      WHEN e.chain_seq <> e.before_seq + 1 THEN 'gap: events before this one are missing'
      WHEN e.before_seq IS NOT NULL
        AND (e.previous_hash, e.previous_event_id) IS DISTINCT FROM (e.before_hash, e.before_id)
        THEN 'broken link: it does not follow from the event before'
      WHEN e.before_seq IS NULL AND (e.chain_seq, e.previous_hash) IS DISTINCT FROM (
        coalesce((SELECT k.seq FROM checkpoint AS k), 0) + 1, (SELECT k.hash FROM checkpoint AS k))
        THEN 'gap: the beginning is missing and no checkpoint accounts for it'
    END AS problem
    FROM events AS e
  )
  SELECT j.chain_seq, j.problem FROM judged AS j WHERE j.problem IS NOT NULL ORDER BY j.chain_seq LIMIT 1;
END
$func$;
REVOKE ALL ON FUNCTION verify_audit_chain(uuid, uuid) FROM PUBLIC;

-- Only the oldest part of a chain, up to the first event that must stay. Returns how many events went.
CREATE OR REPLACE FUNCTION purge_expired_audit(tenant uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $func$
DECLARE
  days     integer;
  chain    record;
  last     audit_events;
  previous text := current_setting('app.audit_purge', true);
  removed  integer;
  total    integer := 0;
BEGIN
  SELECT c.retention_days INTO days FROM audit_config AS c WHERE c.tenant_id = tenant;
  PERFORM set_config('app.audit_purge', tenant::text, true);
  FOR chain IN
    SELECT DISTINCT e.workspace_id FROM audit_events AS e WHERE e.tenant_id = tenant ORDER BY 1
  LOOP
    PERFORM pg_advisory_xact_lock(
      hashtextextended('audit_events ' || tenant || ' ' || coalesce(chain.workspace_id::text, 'none'), 0));
    SELECT e.* INTO last FROM audit_events AS e
    WHERE e.tenant_id = tenant AND e.workspace_id IS NOT DISTINCT FROM chain.workspace_id
      AND e.chain_seq < coalesce((
        SELECT min(k.chain_seq) FROM audit_events AS k
        WHERE k.tenant_id = tenant AND k.workspace_id IS NOT DISTINCT FROM chain.workspace_id
          AND coalesce(k.retention_until, k.created_at + make_interval(days => coalesce(days, 365)))
            >= now()),
        9223372036854775807)
    ORDER BY e.chain_seq DESC LIMIT 1;
    CONTINUE WHEN NOT FOUND;
    INSERT INTO audit_config AS c (tenant_id, chain_checkpoints)
    VALUES (tenant, jsonb_build_object(coalesce(chain.workspace_id::text, 'none'), jsonb_build_object(
      'chain_seq', last.chain_seq, 'event_hash', encode(last.event_hash, 'hex'))))
    ON CONFLICT (tenant_id) DO UPDATE
    SET chain_checkpoints = c.chain_checkpoints || EXCLUDED.chain_checkpoints;
    -- The first event that stays keeps the hash of its forerunner, but can no longer point to it.
    UPDATE audit_events SET previous_event_id = NULL WHERE previous_event_id = last.audit_event_id;
    DELETE FROM audit_events AS e
    WHERE e.tenant_id = tenant AND e.workspace_id IS NOT DISTINCT FROM chain.workspace_id
      AND e.chain_seq <= last.chain_seq;
    GET DIAGNOSTICS removed = ROW_COUNT;
    total := total + removed;
  END LOOP;
  PERFORM set_config('app.audit_purge', coalesce(previous, ''), true);
  RETURN total;
END
$func$;
REVOKE ALL ON FUNCTION purge_expired_audit(uuid) FROM PUBLIC;

-- SECURITY DEFINER, because an auditor may stamp the export but not change the configuration. It looks past
-- row security, and therefore asks for the context itself.
CREATE OR REPLACE FUNCTION export_audit(tenant uuid, since timestamptz DEFAULT '-infinity')
RETURNS SETOF audit_events
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $func$
BEGIN
  IF app_tenant_id() IS DISTINCT FROM tenant THEN
    RAISE EXCEPTION 'the audit log is exported in the context of its tenant only'
      USING ERRCODE = 'insufficient_privilege', HINT = 'Set app.tenant_id.';
  END IF;
  UPDATE audit_config SET last_export_at = now() WHERE tenant_id = tenant AND export_enabled;
  RETURN QUERY
  SELECT e.* FROM audit_events AS e
  WHERE e.tenant_id = tenant AND e.created_at >= since
    AND (app_workspace_id() IS NULL OR e.workspace_id IS NULL OR e.workspace_id = app_workspace_id())
  ORDER BY e.workspace_id NULLS FIRST, e.chain_seq;
END
$func$;
REVOKE ALL ON FUNCTION export_audit(uuid, timestamptz) FROM PUBLIC;

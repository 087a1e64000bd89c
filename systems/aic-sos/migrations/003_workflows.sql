-- Purpose: what is run: workflows, their immutable versions, and the policies bound to them.
-- Date: 2026-11-21
-- Tables: workflows, workflow_versions, policies, policy_bindings; the status types that 004 uses
-- Decisions: a version's content never changes, publishing is the one change it knows; a policy is changed by
-- writing a new version of it; digests are computed here, not believed.

DO $do$
BEGIN
  CREATE TYPE run_status AS ENUM (
    'queued', 'running', 'waiting_approval', 'succeeded', 'failed_retryable', 'failed_terminal', 'canceled');
EXCEPTION WHEN duplicate_object THEN
  NULL;
END
$do$;
DO $do$
BEGIN
  CREATE TYPE step_status AS ENUM (
    'ready', 'running', 'waiting_approval', 'succeeded', 'failed_retryable', 'failed_terminal', 'canceled');
EXCEPTION WHEN duplicate_object THEN
  NULL;
END
$do$;
DO $do$
BEGIN
  CREATE TYPE approval_status AS ENUM ('requested', 'approved', 'rejected', 'expired', 'canceled');
EXCEPTION WHEN duplicate_object THEN
  NULL;
END
$do$;

CREATE TABLE IF NOT EXISTS workflows (
  workflow_id       uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id         uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  workspace_id      uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  name              text NOT NULL,
  description       text,
  created_by        uuid REFERENCES principals ON DELETE SET NULL,
  latest_version_id uuid,
  metadata          jsonb DEFAULT '{}',
  created_at        timestamptz NOT NULL DEFAULT now(),
  updated_at        timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT workflows_workspace_id_name_key UNIQUE (workspace_id, name),
  CONSTRAINT workflows_tenant_workspace_fkey FOREIGN KEY (tenant_id, workspace_id)
    REFERENCES workspaces (tenant_id, workspace_id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS workflows_tenant_idx ON workflows (tenant_id);
CREATE INDEX IF NOT EXISTS workflows_workspace_idx ON workflows (workspace_id);
CREATE INDEX IF NOT EXISTS workflows_created_by_idx ON workflows (created_by);

CREATE TABLE IF NOT EXISTS workflow_versions (
  workflow_version_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id           uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  workflow_id         uuid NOT NULL REFERENCES workflows ON DELETE CASCADE,
  version             text NOT NULL CONSTRAINT workflow_versions_version_check CHECK (version ~ (
    '^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)'
    '(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$')),
  definition_yaml     text NOT NULL,
  definition_digest   bytea NOT NULL,
  model_pin           jsonb NOT NULL,
  risk_tier           text NOT NULL DEFAULT 'low'
    CONSTRAINT workflow_versions_risk_tier_check CHECK (risk_tier IN ('low', 'medium', 'high')),
  is_published        boolean NOT NULL DEFAULT false,
  published_by        uuid REFERENCES principals ON DELETE SET NULL,
  published_at        timestamptz,
  created_at          timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT workflow_versions_workflow_id_version_key UNIQUE (workflow_id, version),
  CONSTRAINT workflow_versions_published_at_check CHECK (is_published = (published_at IS NOT NULL))
);
CREATE INDEX IF NOT EXISTS workflow_versions_tenant_idx ON workflow_versions (tenant_id);
CREATE INDEX IF NOT EXISTS workflow_versions_workflow_idx ON workflow_versions (workflow_id);
CREATE INDEX IF NOT EXISTS workflow_versions_is_published_idx ON workflow_versions (is_published);

-- The two tables refer to each other, so this key comes last; deferrable, so that a dump of data loads.
DO $do$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = 'workflows'::regclass AND conname = 'workflows_latest_version_id_fkey')
  THEN
    ALTER TABLE workflows ADD CONSTRAINT workflows_latest_version_id_fkey FOREIGN KEY (latest_version_id)
      REFERENCES workflow_versions ON DELETE SET NULL DEFERRABLE;
  END IF;
END
$do$;

CREATE TABLE IF NOT EXISTS policies (
  policy_id     uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id     uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  name          text NOT NULL,
  version       text NOT NULL,
  policy_rego   text NOT NULL,
  policy_digest bytea NOT NULL,
  description   text,
  created_by    uuid REFERENCES principals ON DELETE SET NULL,
  created_at    timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT policies_tenant_id_name_version_key UNIQUE (tenant_id, name, version)
);
CREATE INDEX IF NOT EXISTS policies_tenant_idx ON policies (tenant_id);
CREATE INDEX IF NOT EXISTS policies_created_by_idx ON policies (created_by);

-- Evaluated by priority ascending, then by created_at.
CREATE TABLE IF NOT EXISTS policy_bindings (
  policy_binding_id   uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id           uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  workspace_id        uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  policy_id           uuid NOT NULL REFERENCES policies ON DELETE CASCADE,
  workflow_id         uuid REFERENCES workflows ON DELETE CASCADE,
  workflow_version_id uuid REFERENCES workflow_versions ON DELETE CASCADE,
  priority            integer DEFAULT 100,
  is_active           boolean NOT NULL DEFAULT true,
  created_at          timestamptz NOT NULL DEFAULT now(),
  updated_at          timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT policy_bindings_target_check CHECK (workflow_id IS NOT NULL OR workflow_version_id IS NOT NULL),
  CONSTRAINT policy_bindings_tenant_workspace_fkey FOREIGN KEY (tenant_id, workspace_id)
    REFERENCES workspaces (tenant_id, workspace_id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS policy_bindings_tenant_idx ON policy_bindings (tenant_id);
CREATE INDEX IF NOT EXISTS policy_bindings_workspace_idx ON policy_bindings (workspace_id);
CREATE INDEX IF NOT EXISTS policy_bindings_policy_idx ON policy_bindings (policy_id);
CREATE INDEX IF NOT EXISTS policy_bindings_workflow_idx ON policy_bindings (workflow_id);
CREATE INDEX IF NOT EXISTS policy_bindings_workspace_priority_idx ON policy_bindings (workspace_id, priority)
  WHERE is_active;

-- For workflow_versions and policies. What the foreign keys do while a tenant is erased is let through;
-- afterwards the rows are gone anyway.
CREATE OR REPLACE FUNCTION guard_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $func$
DECLARE
  digest bytea;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF TG_TABLE_NAME = 'policies' THEN
      digest := sha256(convert_to(NEW.policy_rego, 'UTF8'));
      NEW.policy_digest := coalesce(NEW.policy_digest, digest);
      IF NEW.policy_digest = digest THEN
        RETURN NEW;
      END IF;
    ELSE
      digest := sha256(convert_to(NEW.definition_yaml, 'UTF8'));
      NEW.definition_digest := coalesce(NEW.definition_digest, digest);
      IF NEW.definition_digest = digest THEN
        RETURN NEW;
      END IF;
    END IF;
    RAISE EXCEPTION 'the digest given in % is not the SHA-256 of the text', TG_TABLE_NAME
      USING ERRCODE = 'check_violation', HINT = 'Leave it out; it is computed.';
  END IF;
  IF NOT tenant_exists(OLD.tenant_id) THEN
    IF TG_OP = 'DELETE' THEN
      RETURN OLD;
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' THEN
    IF NOT EXISTS (SELECT FROM workflows AS w WHERE w.workflow_id = OLD.workflow_id) THEN
      RETURN OLD;
    END IF;
    RAISE EXCEPTION 'workflow version % leaves only with its workflow', OLD.version
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_TABLE_NAME = 'policies' THEN
    RAISE EXCEPTION 'a policy never changes'
      USING ERRCODE = 'restrict_violation', HINT = 'Write a new version of it.';
  END IF;
  IF OLD.is_published OR NOT NEW.is_published OR NEW.published_by IS NULL OR NEW.published_at IS NULL
    OR to_jsonb(NEW) - ARRAY['is_published', 'published_by', 'published_at']
      <> to_jsonb(OLD) - ARRAY['is_published', 'published_by', 'published_at']
  THEN
    RAISE EXCEPTION 'workflow version % never changes; it can only be published, once', OLD.version
      USING ERRCODE = 'restrict_violation', HINT = 'Write a new version, or call publish_workflow_version().';
  END IF;
  RETURN NEW;
END
$func$;
REVOKE ALL ON FUNCTION guard_version() FROM PUBLIC;
CREATE OR REPLACE TRIGGER workflow_versions_guard BEFORE INSERT OR UPDATE OR DELETE ON workflow_versions
  FOR EACH ROW EXECUTE FUNCTION guard_version();
CREATE OR REPLACE TRIGGER policies_guard BEFORE INSERT OR UPDATE ON policies
  FOR EACH ROW EXECUTE FUNCTION guard_version();

CREATE OR REPLACE TRIGGER workflows_update_timestamp BEFORE UPDATE ON workflows
  FOR EACH ROW EXECUTE FUNCTION update_timestamp();
CREATE OR REPLACE TRIGGER policy_bindings_update_timestamp BEFORE UPDATE ON policy_bindings
  FOR EACH ROW EXECUTE FUNCTION update_timestamp();

CREATE OR REPLACE TRIGGER workflows_same_tenant BEFORE INSERT OR UPDATE ON workflows
  FOR EACH ROW EXECUTE FUNCTION guard_same_tenant(
    'created_by:principals:principal_id', 'latest_version_id:workflow_versions:workflow_version_id');
CREATE OR REPLACE TRIGGER workflow_versions_same_tenant BEFORE INSERT OR UPDATE ON workflow_versions
  FOR EACH ROW EXECUTE FUNCTION guard_same_tenant(
    'workflow_id:workflows:workflow_id', 'published_by:principals:principal_id');
CREATE OR REPLACE TRIGGER policies_same_tenant BEFORE INSERT OR UPDATE ON policies
  FOR EACH ROW EXECUTE FUNCTION guard_same_tenant('created_by:principals:principal_id');
CREATE OR REPLACE TRIGGER policy_bindings_same_tenant BEFORE INSERT OR UPDATE ON policy_bindings
  FOR EACH ROW EXECUTE FUNCTION guard_same_tenant(
    'policy_id:policies:policy_id', 'workflow_id:workflows:workflow_id',
    'workflow_version_id:workflow_versions:workflow_version_id');

-- Names the actor for the audit log where the session has not; returns the setting as it was, for putting
-- it back. A principal that the session names is never replaced.
CREATE OR REPLACE FUNCTION set_actor(principal uuid) RETURNS text
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $func$
DECLARE
  previous text := coalesce(current_setting('app.principal_id', true), '');
BEGIN
  IF previous = '' AND principal IS NOT NULL THEN
    PERFORM set_config('app.principal_id', principal::text, true);
  END IF;
  RETURN previous;
END
$func$;
REVOKE ALL ON FUNCTION set_actor(uuid) FROM PUBLIC;

-- Runs with the caller's rights: row security decides which versions may be published.
CREATE OR REPLACE FUNCTION publish_workflow_version(version_id uuid, principal uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $func$
DECLARE
  workflow uuid;
  previous text := set_actor(principal);
BEGIN
  UPDATE workflow_versions SET is_published = true, published_by = principal, published_at = now()
  WHERE workflow_version_id = version_id
  RETURNING workflow_id INTO workflow;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no workflow version %', version_id USING ERRCODE = 'no_data_found';
  END IF;
  UPDATE workflows SET latest_version_id = version_id WHERE workflow_id = workflow;
  PERFORM set_config('app.principal_id', previous, true);
END
$func$;
REVOKE ALL ON FUNCTION publish_workflow_version(uuid, uuid) FROM PUBLIC;

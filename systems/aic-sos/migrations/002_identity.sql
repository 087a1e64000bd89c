-- Purpose: who acts, in which role, and by which key or session.
-- Date: 2026-11-21
-- Tables: principals, roles, permissions, role_bindings, api_keys, sessions
-- Decisions: a principal that acted is deactivated, not deleted; keys are kept as hashes only; revocation and
-- deactivation are final; each workspace gets the five built-in roles by itself.

CREATE TABLE IF NOT EXISTS principals (
  principal_id   uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id      uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  type           text NOT NULL CONSTRAINT principals_type_check CHECK (type IN ('human', 'service')),
  email          text,
  service_name   text,
  display_name   text,
  oidc_issuer    text,
  oidc_sub       text,
  is_active      boolean NOT NULL DEFAULT true,
  deactivated_at timestamptz,
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT principals_tenant_id_email_key UNIQUE (tenant_id, email),
  CONSTRAINT principals_tenant_id_service_name_key UNIQUE (tenant_id, service_name),
  -- With the issuer, because two identity providers may use one subject.
  CONSTRAINT principals_tenant_id_oidc_issuer_oidc_sub_key UNIQUE (tenant_id, oidc_issuer, oidc_sub),
  CONSTRAINT principals_identity_check CHECK (CASE type
    WHEN 'human' THEN (email IS NOT NULL OR oidc_sub IS NOT NULL) AND service_name IS NULL
    ELSE service_name IS NOT NULL AND oidc_sub IS NULL END)
);
CREATE INDEX IF NOT EXISTS principals_tenant_idx ON principals (tenant_id);
CREATE INDEX IF NOT EXISTS principals_type_idx ON principals (type);
CREATE INDEX IF NOT EXISTS principals_email_idx ON principals (email);
CREATE INDEX IF NOT EXISTS principals_service_name_idx ON principals (service_name);
-- An address is one address in whatever case it is written.
CREATE UNIQUE INDEX IF NOT EXISTS principals_tenant_lower_email_key ON principals (tenant_id, lower(email));
-- The unique key above takes two missing issuers for different ones.
CREATE UNIQUE INDEX IF NOT EXISTS principals_tenant_oidc_sub_key ON principals (tenant_id, oidc_sub)
  WHERE oidc_issuer IS NULL;

CREATE TABLE IF NOT EXISTS roles (
  role_id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id       uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  workspace_id    uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  name            text NOT NULL CONSTRAINT roles_name_check CHECK (
    name IN ('workspace_admin', 'operator', 'approver', 'auditor', 'integration_admin')),
  description     text,
  is_builtin      boolean NOT NULL DEFAULT true,
  -- resource:action, each of them in the catalogue.
  permission_keys text[] NOT NULL DEFAULT '{}',
  created_at      timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT roles_workspace_id_name_key UNIQUE (workspace_id, name),
  CONSTRAINT roles_tenant_workspace_fkey FOREIGN KEY (tenant_id, workspace_id)
    REFERENCES workspaces (tenant_id, workspace_id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS roles_workspace_idx ON roles (workspace_id);
CREATE INDEX IF NOT EXISTS roles_tenant_idx ON roles (tenant_id);

CREATE TABLE IF NOT EXISTS permissions (
  permission_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  resource      text NOT NULL,
  action        text NOT NULL,
  description   text,
  created_at    timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT permissions_resource_action_key UNIQUE (resource, action)
);

CREATE TABLE IF NOT EXISTS role_bindings (
  role_binding_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  principal_id    uuid NOT NULL REFERENCES principals ON DELETE CASCADE,
  role_id         uuid NOT NULL REFERENCES roles ON DELETE CASCADE,
  workspace_id    uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  tenant_id       uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  created_by      uuid REFERENCES principals ON DELETE SET NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT role_bindings_principal_id_workspace_id_role_id_key UNIQUE (principal_id, workspace_id, role_id),
  CONSTRAINT role_bindings_tenant_workspace_fkey FOREIGN KEY (tenant_id, workspace_id)
    REFERENCES workspaces (tenant_id, workspace_id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS role_bindings_principal_idx ON role_bindings (principal_id);
CREATE INDEX IF NOT EXISTS role_bindings_role_idx ON role_bindings (role_id);
CREATE INDEX IF NOT EXISTS role_bindings_workspace_idx ON role_bindings (workspace_id);
CREATE INDEX IF NOT EXISTS role_bindings_tenant_idx ON role_bindings (tenant_id);

CREATE TABLE IF NOT EXISTS api_keys (
  api_key_id   uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  principal_id uuid NOT NULL REFERENCES principals ON DELETE CASCADE,
  tenant_id    uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  -- Salted SHA-256, in hex.
  key_hash     text NOT NULL UNIQUE CONSTRAINT api_keys_key_hash_check CHECK (key_hash ~ '^[0-9a-f]{64}$'),
  name         text NOT NULL,
  key_preview  text NOT NULL CONSTRAINT api_keys_key_preview_check CHECK (char_length(key_preview) = 4),
  is_active    boolean NOT NULL DEFAULT true,
  rotated_at   timestamptz,
  expires_at   timestamptz,
  created_by   uuid REFERENCES principals ON DELETE SET NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT api_keys_tenant_workspace_fkey FOREIGN KEY (tenant_id, workspace_id)
    REFERENCES workspaces (tenant_id, workspace_id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS api_keys_principal_idx ON api_keys (principal_id);
CREATE INDEX IF NOT EXISTS api_keys_tenant_idx ON api_keys (tenant_id);
CREATE INDEX IF NOT EXISTS api_keys_workspace_idx ON api_keys (workspace_id);
CREATE INDEX IF NOT EXISTS api_keys_key_hash_idx ON api_keys (key_hash);
CREATE INDEX IF NOT EXISTS api_keys_is_active_idx ON api_keys (is_active);

CREATE TABLE IF NOT EXISTS sessions (
  session_id   uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  principal_id uuid NOT NULL REFERENCES principals ON DELETE CASCADE,
  tenant_id    uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  jwt_sub      text NOT NULL,
  issued_at    timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  client_ip    text,
  user_agent   text,
  is_revoked   boolean NOT NULL DEFAULT false,
  revoked_at   timestamptz,
  created_at   timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT sessions_expires_at_check CHECK (expires_at > issued_at),
  CONSTRAINT sessions_revoked_at_check CHECK (is_revoked = (revoked_at IS NOT NULL))
);
CREATE INDEX IF NOT EXISTS sessions_principal_idx ON sessions (principal_id);
CREATE INDEX IF NOT EXISTS sessions_tenant_idx ON sessions (tenant_id);
CREATE INDEX IF NOT EXISTS sessions_expires_at_idx ON sessions (expires_at);
CREATE INDEX IF NOT EXISTS sessions_is_revoked_idx ON sessions (is_revoked);

-- The catalogue is part of the structure: the built-in roles of each new workspace are made from it.
INSERT INTO permissions (resource, action)
SELECT resource, unnest(string_to_array(actions, ' '))
FROM (VALUES
  ('workspace', 'read update'),
  ('workflow', 'create read update delete'),
  ('policy', 'create read delete'),
  ('run', 'create read update delete run'),
  ('approval', 'create read decide'),
  ('connector', 'read update delete install rotate'),
  ('key', 'create read delete rotate'),
  ('audit', 'view export'),
  ('usage', 'read export')
) AS catalogue (resource, actions)
ON CONFLICT (resource, action) DO NOTHING;

CREATE OR REPLACE FUNCTION guard_role() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $func$
DECLARE
  unknown text;
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.is_builtin THEN
    -- They leave with their workspace only.
    IF TG_OP = 'DELETE'
      AND NOT EXISTS (SELECT FROM workspaces AS w WHERE w.workspace_id = OLD.workspace_id)
    THEN
      RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the built-in role % cannot be altered or removed', OLD.name
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  SELECT k INTO unknown FROM unnest(NEW.permission_keys) AS k
  WHERE NOT EXISTS (SELECT FROM permissions AS p WHERE p.resource || ':' || p.action = k)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'there is no permission %', coalesce(unknown, 'null')
      USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END
$func$;
REVOKE ALL ON FUNCTION guard_role() FROM PUBLIC;
CREATE OR REPLACE TRIGGER roles_guard BEFORE INSERT OR UPDATE OR DELETE ON roles
  FOR EACH ROW EXECUTE FUNCTION guard_role();

CREATE OR REPLACE FUNCTION seed_builtin_roles() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $func$
BEGIN
  INSERT INTO roles (tenant_id, workspace_id, name, description, permission_keys)
  SELECT NEW.tenant_id, NEW.workspace_id, r.name, r.description, ARRAY(
    SELECT p.resource || ':' || p.action FROM permissions AS p
    WHERE p.resource || ':' || p.action ~ r.pattern ORDER BY 1)
  FROM (VALUES
    ('workspace_admin', 'WorkspaceAdmin', '.'),
    ('operator', 'Operator',
      '^(workflow:(create|read|update)|run:(create|read|update|run)|approval:(create|read)'
      || '|(workspace|policy|connector|usage):read)$'),
    ('approver', 'Approver', '^((workspace|workflow|policy|run):read|approval:(read|decide))$'),
    ('auditor', 'Auditor', '^([a-z]+:read|audit:(view|export)|usage:export)$'),
    ('integration_admin', 'IntegrationAdmin', '^(workspace:read|connector:[a-z]+|key:[a-z]+)$')
  ) AS r (name, description, pattern)
  ON CONFLICT (workspace_id, name) DO NOTHING;
  RETURN NULL;
END
$func$;
REVOKE ALL ON FUNCTION seed_builtin_roles() FROM PUBLIC;
CREATE OR REPLACE TRIGGER workspaces_seed_builtin_roles AFTER INSERT ON workspaces
  FOR EACH ROW EXECUTE FUNCTION seed_builtin_roles();

CREATE OR REPLACE FUNCTION guard_api_key() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $func$
BEGIN
  IF NOT OLD.is_active AND (NEW.is_active OR NEW.key_hash <> OLD.key_hash) THEN
    RAISE EXCEPTION 'a deactivated API key stays so'
      USING ERRCODE = 'restrict_violation', HINT = 'Issue a new key.';
  END IF;
  RETURN NEW;
END
$func$;
REVOKE ALL ON FUNCTION guard_api_key() FROM PUBLIC;
CREATE OR REPLACE TRIGGER api_keys_guard BEFORE UPDATE ON api_keys
  FOR EACH ROW EXECUTE FUNCTION guard_api_key();

CREATE OR REPLACE FUNCTION guard_session() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $func$
BEGIN
  IF OLD.is_revoked AND (NOT NEW.is_revoked OR NEW.revoked_at <> OLD.revoked_at) THEN
    RAISE EXCEPTION 'a revoked session stays revoked' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$func$;
REVOKE ALL ON FUNCTION guard_session() FROM PUBLIC;
CREATE OR REPLACE TRIGGER sessions_guard BEFORE UPDATE ON sessions
  FOR EACH ROW EXECUTE FUNCTION guard_session();

CREATE OR REPLACE TRIGGER principals_update_timestamp BEFORE UPDATE ON principals
  FOR EACH ROW EXECUTE FUNCTION update_timestamp();
CREATE OR REPLACE TRIGGER api_keys_update_timestamp BEFORE UPDATE ON api_keys
  FOR EACH ROW EXECUTE FUNCTION update_timestamp();

CREATE OR REPLACE TRIGGER principals_same_tenant BEFORE UPDATE ON principals
  FOR EACH ROW EXECUTE FUNCTION guard_same_tenant();
CREATE OR REPLACE TRIGGER roles_same_tenant BEFORE UPDATE ON roles
  FOR EACH ROW EXECUTE FUNCTION guard_same_tenant();
CREATE OR REPLACE TRIGGER role_bindings_same_tenant BEFORE INSERT OR UPDATE ON role_bindings
  FOR EACH ROW EXECUTE FUNCTION guard_same_tenant(
    'principal_id:principals:principal_id', 'role_id:roles:role_id', 'created_by:principals:principal_id');
CREATE OR REPLACE TRIGGER api_keys_same_tenant BEFORE INSERT OR UPDATE ON api_keys
  FOR EACH ROW EXECUTE FUNCTION guard_same_tenant(
    'principal_id:principals:principal_id', 'created_by:principals:principal_id');
CREATE OR REPLACE TRIGGER sessions_same_tenant BEFORE INSERT OR UPDATE ON sessions
  FOR EACH ROW EXECUTE FUNCTION guard_same_tenant('principal_id:principals:principal_id');

-- Who acts: principals, roles and their bindings, API keys, sessions.

INSERT INTO tenants (tenant_id, name, region) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Alder Works', 'us-east-1'),
  ('b0000000-0000-4000-8000-000000000001', 'Birch Labs', 'eu-west-1');
INSERT INTO workspaces (workspace_id, tenant_id, name, region) VALUES
  ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'main', 'us-east-1'),
  ('a1000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001', 'lab', 'us-east-1'),
  ('b1000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'main', 'eu-west-1');
INSERT INTO principals (principal_id, tenant_id, type, email, service_name, oidc_issuer, oidc_sub) VALUES
  ('a2000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'human',
    'alice@alder.example.com', NULL, 'https://login.example.com', 'alice-1'),
  ('a2000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001', 'service',
    NULL, 'deployer', NULL, NULL),
  ('b2000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'human',
    'boris@birch.example.com', NULL, NULL, 'boris-1');
INSERT INTO api_keys (
  api_key_id, principal_id, tenant_id, workspace_id, key_hash, name, key_preview, expires_at) VALUES
  ('a9000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000002',
    'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', repeat('1', 64), 'deploy',
    '0001', now() + interval '1 day');
INSERT INTO sessions (session_id, principal_id, tenant_id, jwt_sub, issued_at, expires_at) VALUES
  ('a9000000-0000-4000-8000-000000000002', 'a2000000-0000-4000-8000-000000000001',
    'a0000000-0000-4000-8000-000000000001', 'alice-1', now() - interval '1 hour', now() + interval '1 hour');

-- case: a human has an address or a subject, a service a name
-- guard: ALTER TABLE principals DROP CONSTRAINT principals_identity_check
-- expect: error 23514
INSERT INTO principals (tenant_id, type) VALUES ('a0000000-0000-4000-8000-000000000001', 'human');
-- expect: error 23514
INSERT INTO principals (tenant_id, type, email, service_name)
VALUES ('a0000000-0000-4000-8000-000000000001', 'human', 'both@alder.example.com', 'both');
-- expect: error 23514
INSERT INTO principals (tenant_id, type, email)
VALUES ('a0000000-0000-4000-8000-000000000001', 'service', 'nameless@alder.example.com');
-- expect: error 23514
INSERT INTO principals (tenant_id, type, service_name, oidc_sub)
VALUES ('a0000000-0000-4000-8000-000000000001', 'service', 'robot', 'robot-1');

-- case: an address is one address, in whatever case it is written
-- guard: DROP INDEX principals_tenant_lower_email_key
-- expect: error 23505
INSERT INTO principals (tenant_id, type, email)
VALUES ('a0000000-0000-4000-8000-000000000001', 'human', 'Alice@Alder.example.com');

-- case: an address, a service name and a subject are unique in their tenant only
-- guard: ALTER TABLE principals DROP CONSTRAINT principals_tenant_id_service_name_key
-- guard: ALTER TABLE principals DROP CONSTRAINT principals_tenant_id_oidc_issuer_oidc_sub_key
-- guard: DROP INDEX principals_tenant_oidc_sub_key
-- expect: error 23505
INSERT INTO principals (tenant_id, type, service_name)
VALUES ('a0000000-0000-4000-8000-000000000001', 'service', 'deployer');
-- expect: error 23505
INSERT INTO principals (tenant_id, type, oidc_issuer, oidc_sub)
VALUES ('a0000000-0000-4000-8000-000000000001', 'human', 'https://login.example.com', 'alice-1');
-- expect: error 23505
INSERT INTO principals (tenant_id, type, oidc_sub)
VALUES ('b0000000-0000-4000-8000-000000000001', 'human', 'boris-1');
-- expect: 1
INSERT INTO principals (tenant_id, type, email, oidc_issuer, oidc_sub)
VALUES ('b0000000-0000-4000-8000-000000000001', 'human', 'alice@alder.example.com',
  'https://login.example.com', 'alice-1');

-- case: two identity providers may use one subject
-- guard: ALTER TABLE principals ADD UNIQUE (tenant_id, oidc_sub)
-- expect: 1
INSERT INTO principals (tenant_id, type, oidc_issuer, oidc_sub)
VALUES ('a0000000-0000-4000-8000-000000000001', 'human', 'https://other.example.com', 'alice-1');

-- case: a principal that acted is not deleted
-- guard: ALTER TABLE audit_events DROP CONSTRAINT audit_events_actor_id_fkey
SELECT set_config('app.principal_id', 'a2000000-0000-4000-8000-000000000001', true);
INSERT INTO workflows (tenant_id, workspace_id, name)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'triage');
-- expect: error 23503
DELETE FROM principals WHERE principal_id = 'a2000000-0000-4000-8000-000000000001';
-- expect: 1
UPDATE principals SET is_active = false, deactivated_at = now()
WHERE principal_id = 'a2000000-0000-4000-8000-000000000001';

-- case: a new workspace has the five built-in roles
-- guard: DROP TRIGGER workspaces_seed_builtin_roles ON workspaces
-- expect: rows
--   approver | Approver
--   auditor | Auditor
--   integration_admin | IntegrationAdmin
--   operator | Operator
--   workspace_admin | WorkspaceAdmin
SELECT name, description FROM roles
WHERE workspace_id = 'a1000000-0000-4000-8000-000000000002' AND is_builtin ORDER BY name COLLATE "C";

-- case: the built-in roles get their permissions from the catalogue
-- guard: DELETE FROM permissions WHERE resource = 'approval' AND action = 'decide'
-- expect: rows
--   approver
--   workspace_admin
SELECT name FROM roles
WHERE workspace_id = 'a1000000-0000-4000-8000-000000000001' AND 'approval:decide' = ANY (permission_keys)
ORDER BY name;
-- expect: 0
SELECT (SELECT count(*) FROM permissions) - cardinality(permission_keys) FROM roles
WHERE workspace_id = 'a1000000-0000-4000-8000-000000000001' AND name = 'workspace_admin';

-- case: a built-in role is neither altered nor removed
-- guard: DROP TRIGGER roles_guard ON roles
-- expect: error 23001 built-in
UPDATE roles SET permission_keys = '{}' WHERE name = 'auditor';
-- expect: error 23001 built-in
UPDATE roles SET is_builtin = false WHERE name = 'auditor';
-- expect: error 23001 built-in
DELETE FROM roles WHERE name = 'auditor';

-- case: a role holds only permissions of the catalogue
-- guard: DROP TRIGGER roles_guard ON roles
-- expect: error 23503 there is no permission workflow:destroy
INSERT INTO roles (tenant_id, workspace_id, name, is_builtin, permission_keys)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'operator', false,
  '{workflow:read,workflow:destroy}');
-- expect: error 23503 there is no permission null
INSERT INTO roles (tenant_id, workspace_id, name, is_builtin, permission_keys)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'operator', false,
  '{NULL}');

-- case: a role has one of the five names, once in its workspace
-- guard: ALTER TABLE roles DROP CONSTRAINT roles_name_check
-- guard: ALTER TABLE roles DROP CONSTRAINT roles_workspace_id_name_key;
--   CREATE UNIQUE INDEX other ON roles (workspace_id, name) WHERE is_builtin;
--   DROP TRIGGER workspaces_seed_builtin_roles ON workspaces
-- expect: error 23514
INSERT INTO roles (tenant_id, workspace_id, name, is_builtin)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'owner', false);
-- expect: error 23505
INSERT INTO roles (tenant_id, workspace_id, name, is_builtin)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'operator', false);

-- case: a permission stands once in the catalogue
-- guard: ALTER TABLE permissions DROP CONSTRAINT permissions_resource_action_key
-- expect: error 23505
INSERT INTO permissions (resource, action) VALUES ('audit', 'view');

-- case: a role is bound to a principal of its tenant, in its own workspace
-- guard: DROP TRIGGER role_bindings_same_tenant ON role_bindings
-- expect: error 23503 another tenant_id
INSERT INTO role_bindings (principal_id, role_id, workspace_id, tenant_id)
SELECT 'b2000000-0000-4000-8000-000000000001', role_id, workspace_id, tenant_id FROM roles
WHERE workspace_id = 'a1000000-0000-4000-8000-000000000001' AND name = 'approver';
-- expect: error 23503 another tenant_id
INSERT INTO role_bindings (principal_id, role_id, workspace_id, tenant_id)
SELECT 'a2000000-0000-4000-8000-000000000001', role_id, 'a1000000-0000-4000-8000-000000000001',
  'a0000000-0000-4000-8000-000000000001' FROM roles
WHERE workspace_id = 'b1000000-0000-4000-8000-000000000001' AND name = 'approver';
-- expect: error 23503 another workspace_id
INSERT INTO role_bindings (principal_id, role_id, workspace_id, tenant_id)
SELECT 'a2000000-0000-4000-8000-000000000001', role_id, 'a1000000-0000-4000-8000-000000000001',
  'a0000000-0000-4000-8000-000000000001' FROM roles
WHERE workspace_id = 'a1000000-0000-4000-8000-000000000002' AND name = 'approver';

-- case: a role is bound to a principal once
-- guard: ALTER TABLE role_bindings DROP CONSTRAINT role_bindings_principal_id_workspace_id_role_id_key
INSERT INTO role_bindings (principal_id, role_id, workspace_id, tenant_id)
SELECT 'a2000000-0000-4000-8000-000000000001', role_id, workspace_id, tenant_id FROM roles
WHERE workspace_id = 'a1000000-0000-4000-8000-000000000001' AND name = 'approver';
-- expect: error 23505
INSERT INTO role_bindings (principal_id, role_id, workspace_id, tenant_id)
SELECT 'a2000000-0000-4000-8000-000000000001', role_id, workspace_id, tenant_id FROM roles
WHERE workspace_id = 'a1000000-0000-4000-8000-000000000001' AND name = 'approver';

-- case: an API key is kept as a hash and four characters, never as itself
-- guard: ALTER TABLE api_keys DROP CONSTRAINT api_keys_key_hash_check
-- guard: ALTER TABLE api_keys DROP CONSTRAINT api_keys_key_preview_check
-- guard: ALTER TABLE api_keys DROP CONSTRAINT api_keys_key_hash_key
-- expect: error 23514
UPDATE api_keys SET key_hash = 'the key itself, in plain text';
-- expect: error 23514
UPDATE api_keys SET key_preview = 'too much of it';
-- expect: error 23505
INSERT INTO api_keys (principal_id, tenant_id, workspace_id, key_hash, name, key_preview)
VALUES ('a2000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
  'a1000000-0000-4000-8000-000000000001', repeat('1', 64), 'copy', '0001');

-- case: an API key and a session belong to a principal of their tenant
-- guard: DROP TRIGGER api_keys_same_tenant ON api_keys
-- guard: DROP TRIGGER sessions_same_tenant ON sessions
-- expect: error 23503 another tenant_id
INSERT INTO api_keys (principal_id, tenant_id, workspace_id, key_hash, name, key_preview)
VALUES ('b2000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
  'a1000000-0000-4000-8000-000000000001', repeat('2', 64), 'stolen', '0002');
-- expect: error 23503 another tenant_id
INSERT INTO sessions (principal_id, tenant_id, jwt_sub, issued_at, expires_at)
VALUES ('b2000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'boris-1', now(),
  now() + interval '1 hour');

-- case: an API key names a workspace of its own tenant
-- guard: ALTER TABLE api_keys DROP CONSTRAINT api_keys_tenant_workspace_fkey;
--   DROP TRIGGER api_keys_audit ON api_keys
-- expect: error 23503
INSERT INTO api_keys (principal_id, tenant_id, workspace_id, key_hash, name, key_preview)
VALUES ('a2000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001',
  'b1000000-0000-4000-8000-000000000001', repeat('2', 64), 'astray', '0002');

-- case: the deactivation of an API key is final
-- guard: DROP TRIGGER api_keys_guard ON api_keys
UPDATE api_keys SET is_active = false;
-- expect: error 23001 deactivated
UPDATE api_keys SET is_active = true;
-- expect: error 23001 deactivated
SELECT rotate_api_key(
  'a9000000-0000-4000-8000-000000000001', repeat('2', 64), '0002', 'a2000000-0000-4000-8000-000000000001');

-- case: an API key is found before its tenant is known
-- guard: ALTER FUNCTION resolve_api_key(text) SECURITY INVOKER
-- guard: REVOKE EXECUTE ON FUNCTION resolve_api_key(text) FROM app_reader
SET LOCAL ROLE app_reader;
-- expect: rows
--   a0000000-0000-4000-8000-000000000001 | a1000000-0000-4000-8000-000000000001
SELECT tenant_id, workspace_id FROM resolve_api_key(repeat('1', 64));
-- expect: none
SELECT * FROM resolve_api_key(repeat('2', 64));

-- case: a deactivated or expired API key is not found, nor one of a deactivated principal
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_api_key'::regproc),
--   'AND k.is_active', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_api_key'::regproc),
--   'AND (k.expires_at > now()) IS NOT FALSE', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_api_key'::regproc),
--   'AND p.is_active', ''); END $do$
UPDATE api_keys SET expires_at = now() - interval '1 minute';
-- expect: none
SELECT * FROM resolve_api_key(repeat('1', 64));
UPDATE api_keys SET expires_at = NULL;
-- expect: 1
SELECT count(*) FROM resolve_api_key(repeat('1', 64));
UPDATE principals SET is_active = false;
-- expect: none
SELECT * FROM resolve_api_key(repeat('1', 64));
UPDATE principals SET is_active = true;
UPDATE api_keys SET is_active = false;
-- expect: none
SELECT * FROM resolve_api_key(repeat('1', 64));

-- case: a session ends after it began, and is revoked at a time
-- guard: ALTER TABLE sessions DROP CONSTRAINT sessions_expires_at_check
-- guard: ALTER TABLE sessions DROP CONSTRAINT sessions_revoked_at_check
-- expect: error 23514
UPDATE sessions SET expires_at = issued_at;
-- expect: error 23514
UPDATE sessions SET is_revoked = true;
-- expect: error 23514
UPDATE sessions SET revoked_at = now();

-- case: the revocation of a session is final
-- guard: DROP TRIGGER sessions_guard ON sessions
UPDATE sessions SET is_revoked = true, revoked_at = now();
-- expect: error 23001 stays revoked
UPDATE sessions SET is_revoked = false, revoked_at = NULL;
-- expect: error 23001 stays revoked
UPDATE sessions SET revoked_at = now() + interval '1 day';

-- case: a session is found before its tenant is known
-- guard: ALTER FUNCTION resolve_session(uuid) SECURITY INVOKER
SET LOCAL ROLE app_reader;
-- expect: rows
--   a0000000-0000-4000-8000-000000000001 | a2000000-0000-4000-8000-000000000001
SELECT tenant_id, principal_id FROM resolve_session('a9000000-0000-4000-8000-000000000002');
-- expect: none
SELECT * FROM resolve_session('a9000000-0000-4000-8000-000000000009');

-- case: a revoked or expired session is not found, nor one of a deactivated principal
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_session'::regproc),
--   'AND NOT s.is_revoked', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_session'::regproc),
--   'AND s.expires_at > now()', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_session'::regproc),
--   'AND p.is_active', ''); END $do$
UPDATE sessions SET expires_at = now() - interval '1 minute';
-- expect: none
SELECT * FROM resolve_session('a9000000-0000-4000-8000-000000000002');
UPDATE sessions SET expires_at = now() + interval '1 hour';
UPDATE principals SET is_active = false;
-- expect: none
SELECT * FROM resolve_session('a9000000-0000-4000-8000-000000000002');
UPDATE principals SET is_active = true;
-- expect: 1
SELECT count(*) FROM resolve_session('a9000000-0000-4000-8000-000000000002');
UPDATE sessions SET is_revoked = true, revoked_at = now();
-- expect: none
SELECT * FROM resolve_session('a9000000-0000-4000-8000-000000000002');

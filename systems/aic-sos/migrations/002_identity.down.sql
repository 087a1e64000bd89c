-- Lost: all principals, roles and their bindings, API keys, sessions, and permissions that were added.

DROP TRIGGER IF EXISTS workspaces_seed_builtin_roles ON workspaces;
DROP TABLE IF EXISTS sessions;
DROP TABLE IF EXISTS api_keys;
DROP TABLE IF EXISTS role_bindings;
DROP TABLE IF EXISTS permissions;
DROP TABLE IF EXISTS roles;
DROP TABLE IF EXISTS principals;
DROP FUNCTION IF EXISTS guard_session();
DROP FUNCTION IF EXISTS guard_api_key();
DROP FUNCTION IF EXISTS seed_builtin_roles();
DROP FUNCTION IF EXISTS guard_role();

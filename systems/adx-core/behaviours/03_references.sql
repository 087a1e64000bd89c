-- References stay inside a tenant. Foreign-key checks ignore row security, so the keys carry the tenant
-- along, and users, who may work in several tenants, are checked by trigger. Nearly all cases run as the
-- superuser, whom row security does not stop.

INSERT INTO tenants (id, name, slug, admin_email) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'Alder Analytics', 'alder', 'ops@alder.example.com'),
  ('b0000000-0000-4000-8000-000000000000', 'Birch Bakery', 'birch', 'ops@birch.example.com');
INSERT INTO users (id, tenant_id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000000', 'ada@example.com', 'hash'),
  ('b0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000000', 'bo@example.com', 'hash');
-- The parents all belong to Birch, and Bo is a member of Alder: only the reference is out of place below.
INSERT INTO tenant_memberships (tenant_id, user_id)
VALUES ('a0000000-0000-4000-8000-000000000000', 'b0000000-0000-4000-8000-000000000001');
INSERT INTO files (id, tenant_id, user_id, filename, original_filename, mime_type, file_size, storage_path)
VALUES ('b0000000-0000-4000-8000-0000000000f1', 'b0000000-0000-4000-8000-000000000000',
  'b0000000-0000-4000-8000-000000000001', 'rye.txt', 'rye.txt', 'text/plain', 1, '/rye');
INSERT INTO files (id, tenant_id, user_id, filename, original_filename, mime_type, file_size, storage_path)
VALUES ('a0000000-0000-4000-8000-0000000000f1', 'a0000000-0000-4000-8000-000000000000',
  'a0000000-0000-4000-8000-000000000001', 'q1.txt', 'q1.txt', 'text/plain', 1, '/q1');
INSERT INTO file_tags (id, tenant_id, name, created_by) VALUES ('b0000000-0000-4000-8000-0000000000f2',
  'b0000000-0000-4000-8000-000000000000', 'recipe', 'b0000000-0000-4000-8000-000000000001');
INSERT INTO file_folders (id, tenant_id, name, path, created_by) VALUES (
  'b0000000-0000-4000-8000-0000000000f3', 'b0000000-0000-4000-8000-000000000000', 'recipes', '/',
  'b0000000-0000-4000-8000-000000000001');
INSERT INTO sso_providers (id, tenant_id, provider_name, provider_type, configuration) VALUES (
  'b0000000-0000-4000-8000-0000000000f4', 'b0000000-0000-4000-8000-000000000000', 'login', 'oidc', '{}');
INSERT INTO api_keys (id, tenant_id, key_name, key_hash, key_prefix) VALUES (
  'b0000000-0000-4000-8000-0000000000f5', 'b0000000-0000-4000-8000-000000000000', 'till', 'digest', 'bir');
INSERT INTO workflow_executions (id, tenant_id, workflow_id, workflow_type, run_id, task_queue) VALUES (
  'b0000000-0000-4000-8000-0000000000f6', 'b0000000-0000-4000-8000-000000000000', 'w', 'bake', 'r', 'q');
INSERT INTO user_teams (id, tenant_id, team_name, created_by) VALUES ('b0000000-0000-4000-8000-0000000000f7',
  'b0000000-0000-4000-8000-000000000000', 'night shift', 'b0000000-0000-4000-8000-000000000001');

-- case: a permission names a file of its tenant
-- guard: ALTER TABLE file_permissions DROP CONSTRAINT file_permissions_tenant_id_file_id_fkey
-- expect: error 23503 file_permissions_tenant_id_file_id_fkey
INSERT INTO file_permissions (tenant_id, file_id, permission_type, granted_by)
VALUES ('a0000000-0000-4000-8000-000000000000', 'b0000000-0000-4000-8000-0000000000f1', 'read',
  'b0000000-0000-4000-8000-000000000001');

-- case: a version belongs to a file of its tenant
-- guard: ALTER TABLE file_versions DROP CONSTRAINT file_versions_tenant_id_file_id_fkey
-- expect: error 23503 file_versions_tenant_id_file_id_fkey
INSERT INTO file_versions (tenant_id, file_id, version_number, filename, file_size, storage_path, checksum,
  mime_type, created_by)
VALUES ('a0000000-0000-4000-8000-000000000000', 'b0000000-0000-4000-8000-0000000000f1', 1, 'n', 1, '/', 'c',
  'm', 'b0000000-0000-4000-8000-000000000001');

-- case: a share hands out a file of its tenant
-- guard: ALTER TABLE file_shares DROP CONSTRAINT file_shares_tenant_id_file_id_fkey
-- expect: error 23503 file_shares_tenant_id_file_id_fkey
INSERT INTO file_shares (tenant_id, file_id, share_token, share_type, created_by)
VALUES ('a0000000-0000-4000-8000-000000000000', 'b0000000-0000-4000-8000-0000000000f1', repeat('a', 64),
  'public', 'b0000000-0000-4000-8000-000000000001');

-- case: a job works on a file of its tenant
-- guard: ALTER TABLE file_processing_jobs DROP CONSTRAINT file_processing_jobs_tenant_id_file_id_fkey
-- expect: error 23503 file_processing_jobs_tenant_id_file_id_fkey
INSERT INTO file_processing_jobs (tenant_id, file_id, job_type)
VALUES ('a0000000-0000-4000-8000-000000000000', 'b0000000-0000-4000-8000-0000000000f1', 'thumbnail');

-- case: a thumbnail shows a file of its tenant
-- guard: ALTER TABLE file_thumbnails DROP CONSTRAINT file_thumbnails_tenant_id_file_id_fkey
-- expect: error 23503 file_thumbnails_tenant_id_file_id_fkey
INSERT INTO file_thumbnails (tenant_id, file_id, thumbnail_size, width, height, storage_path, file_size,
  mime_type)
VALUES ('a0000000-0000-4000-8000-000000000000', 'b0000000-0000-4000-8000-0000000000f1', 'small', 1, 1, '/',
  1, 'm');

-- case: a label and the file it is put on are of one tenant
-- guard: ALTER TABLE file_tag_assignments DROP CONSTRAINT file_tag_assignments_tenant_id_file_id_fkey
-- guard: ALTER TABLE file_tag_assignments DROP CONSTRAINT file_tag_assignments_tenant_id_tag_id_fkey
-- expect: error 23503 file_tag_assignments_tenant_id_tag_id_fkey
INSERT INTO file_tag_assignments (tenant_id, file_id, tag_id, assigned_by)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-0000000000f1',
  'b0000000-0000-4000-8000-0000000000f2', 'b0000000-0000-4000-8000-000000000001');
-- expect: error 23503 file_tag_assignments_tenant_id_file_id_fkey
INSERT INTO file_tag_assignments (tenant_id, file_id, tag_id, assigned_by)
VALUES ('b0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-0000000000f1',
  'b0000000-0000-4000-8000-0000000000f2', 'b0000000-0000-4000-8000-000000000001');

-- case: a folder and the file that lies in it are of one tenant
-- guard: ALTER TABLE file_folder_assignments DROP CONSTRAINT file_folder_assignments_tenant_id_file_id_fkey
-- guard: ALTER TABLE file_folder_assignments DROP CONSTRAINT file_folder_assignments_tenant_id_folder_id_fkey
-- expect: error 23503 file_folder_assignments_tenant_id_folder_id_fkey
INSERT INTO file_folder_assignments (tenant_id, file_id, folder_id, assigned_by)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-0000000000f1',
  'b0000000-0000-4000-8000-0000000000f3', 'b0000000-0000-4000-8000-000000000001');
-- expect: error 23503 file_folder_assignments_tenant_id_file_id_fkey
INSERT INTO file_folder_assignments (tenant_id, file_id, folder_id, assigned_by)
VALUES ('b0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-0000000000f1',
  'b0000000-0000-4000-8000-0000000000f3', 'b0000000-0000-4000-8000-000000000001');

-- case: an access is logged for a file of its tenant
-- guard: ALTER TABLE file_access_logs DROP CONSTRAINT file_access_logs_tenant_id_file_id_fkey
-- expect: error 23503 file_access_logs_tenant_id_file_id_fkey
INSERT INTO file_access_logs (tenant_id, file_id, access_type)
VALUES ('a0000000-0000-4000-8000-000000000000', 'b0000000-0000-4000-8000-0000000000f1', 'view');

-- case: a folder lies in a folder of its tenant
-- guard: ALTER TABLE file_folders DROP CONSTRAINT file_folders_tenant_id_parent_folder_id_fkey;
--   DROP TRIGGER file_folders_place ON file_folders
-- expect: error 23503
INSERT INTO file_folders (tenant_id, parent_folder_id, name, path, created_by)
VALUES ('a0000000-0000-4000-8000-000000000000', 'b0000000-0000-4000-8000-0000000000f3', 'n', '/',
  'b0000000-0000-4000-8000-000000000001');

-- case: an external identity comes from a provider of its tenant
-- guard: ALTER TABLE sso_user_mappings DROP CONSTRAINT sso_user_mappings_tenant_id_sso_provider_id_fkey
-- expect: error 23503 sso_user_mappings_tenant_id_sso_provider_id_fkey
INSERT INTO sso_user_mappings (tenant_id, user_id, sso_provider_id, external_user_id)
VALUES ('a0000000-0000-4000-8000-000000000000', 'b0000000-0000-4000-8000-000000000001',
  'b0000000-0000-4000-8000-0000000000f4', 'x');

-- case: a counter counts a key of its tenant
-- guard: ALTER TABLE rate_limits DROP CONSTRAINT rate_limits_tenant_id_api_key_id_fkey
-- expect: error 23503 rate_limits_tenant_id_api_key_id_fkey
INSERT INTO rate_limits (tenant_id, api_key_id, resource_type, identifier, window_start, window_end)
VALUES ('a0000000-0000-4000-8000-000000000000', 'b0000000-0000-4000-8000-0000000000f5', 'api_call', 'i',
  now(), now() + interval '1 hour');

-- case: an activity is a step of a run of its tenant
-- guard: ALTER TABLE workflow_activities
--   DROP CONSTRAINT workflow_activities_tenant_id_workflow_execution_id_fkey
-- expect: error 23503 workflow_activities_tenant_id_workflow_execution_id_fkey
INSERT INTO workflow_activities (tenant_id, workflow_execution_id, activity_id, activity_type)
VALUES ('a0000000-0000-4000-8000-000000000000', 'b0000000-0000-4000-8000-0000000000f6', 'a', 'a');

-- case: a signal goes to a run of its tenant
-- guard: ALTER TABLE workflow_signals DROP CONSTRAINT workflow_signals_tenant_id_workflow_execution_id_fkey
-- expect: error 23503 workflow_signals_tenant_id_workflow_execution_id_fkey
INSERT INTO workflow_signals (tenant_id, workflow_execution_id, signal_name)
VALUES ('a0000000-0000-4000-8000-000000000000', 'b0000000-0000-4000-8000-0000000000f6', 's');

-- case: a query is put to a run of its tenant
-- guard: ALTER TABLE workflow_queries DROP CONSTRAINT workflow_queries_tenant_id_workflow_execution_id_fkey
-- expect: error 23503 workflow_queries_tenant_id_workflow_execution_id_fkey
INSERT INTO workflow_queries (tenant_id, workflow_execution_id, query_name)
VALUES ('a0000000-0000-4000-8000-000000000000', 'b0000000-0000-4000-8000-0000000000f6', 'q');

-- case: a team has members of its tenant
-- guard: ALTER TABLE user_team_memberships DROP CONSTRAINT user_team_memberships_tenant_id_team_id_fkey
-- expect: error 23503 user_team_memberships_tenant_id_team_id_fkey
INSERT INTO user_team_memberships (tenant_id, team_id, user_id)
VALUES ('a0000000-0000-4000-8000-000000000000', 'b0000000-0000-4000-8000-0000000000f7',
  'b0000000-0000-4000-8000-000000000001');

-- case: a row names users who are at home in its tenant, or members of it
-- guard: DROP TRIGGER files_users_in_tenant ON files
-- guard: CREATE OR REPLACE FUNCTION check_user_in_tenant() RETURNS trigger LANGUAGE plpgsql
--   AS 'BEGIN RETURN NEW; END'
-- expect: error 23503 names a user who is not in the tenant
INSERT INTO files (tenant_id, user_id, filename, original_filename, mime_type, file_size, storage_path)
VALUES ('b0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', 'n', 'n', 'm', 1,
  '/');
-- expect: error 23503 names a user who is not in the tenant
UPDATE files SET user_id = 'a0000000-0000-4000-8000-000000000001'
WHERE id = 'b0000000-0000-4000-8000-0000000000f1';
-- expect: 1
INSERT INTO files (tenant_id, user_id, filename, original_filename, mime_type, file_size, storage_path)
VALUES ('a0000000-0000-4000-8000-000000000000', 'b0000000-0000-4000-8000-000000000001', 'n', 'n', 'm', 1,
  '/');

-- case: each column that names a user is checked, not only the first
-- guard: DROP TRIGGER file_permissions_users_in_tenant ON file_permissions
-- guard: CREATE OR REPLACE TRIGGER file_permissions_users_in_tenant BEFORE INSERT ON file_permissions
--   FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('user_id')
-- expect: error 23503 file_permissions.granted_by
INSERT INTO file_permissions (tenant_id, file_id, user_id, permission_type, granted_by)
VALUES ('b0000000-0000-4000-8000-000000000000', 'b0000000-0000-4000-8000-0000000000f1',
  'b0000000-0000-4000-8000-000000000001', 'read', 'a0000000-0000-4000-8000-000000000001');

-- case: a session is opened for a user of the tenant only
-- guard: DROP TRIGGER user_sessions_users_in_tenant ON user_sessions
-- expect: error 23503 user_sessions.user_id
INSERT INTO user_sessions (tenant_id, user_id, session_token, refresh_token, expires_at)
VALUES ('b0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', repeat('a', 64),
  repeat('b', 64), now() + interval '1 hour');

-- case: to a tenant, a user of another tenant and no user at all look the same
-- guard: DROP TRIGGER files_users_in_tenant ON files
SET LOCAL ROLE adx_app;
SELECT set_tenant_context('b0000000-0000-4000-8000-000000000000');
-- expect: error 23503 files.user_id names a user who is not in the tenant
UPDATE files SET user_id = 'a0000000-0000-4000-8000-000000000001';
-- expect: error 23503 files.user_id names a user who is not in the tenant
UPDATE files SET user_id = 'cccccccc-0000-4000-8000-000000000001';

-- case: deleting a tenant takes all its rows along, and leaves other tenants alone
-- guard: ALTER TABLE users DROP CONSTRAINT users_tenant_id_fkey
DELETE FROM tenant_memberships;
DELETE FROM tenants WHERE id = 'b0000000-0000-4000-8000-000000000000';
-- expect: 0 | 0 | 0 | 0
SELECT (SELECT count(*) FROM users WHERE tenant_id = 'b0000000-0000-4000-8000-000000000000'),
  (SELECT count(*) FROM files WHERE tenant_id = 'b0000000-0000-4000-8000-000000000000'),
  (SELECT count(*) FROM file_folders), (SELECT count(*) FROM workflow_executions);
-- expect: 1 | 1
SELECT (SELECT count(*) FROM users), (SELECT count(*) FROM files);

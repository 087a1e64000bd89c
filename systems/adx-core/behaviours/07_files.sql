-- Files: what a share gives away, the tree of folders, and where a tenant stores its files.

INSERT INTO tenants (id, name, slug, admin_email) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'Alder Analytics', 'alder', 'ops@alder.example.com'),
  ('b0000000-0000-4000-8000-000000000000', 'Birch Bakery', 'birch', 'ops@birch.example.com');
INSERT INTO users (id, tenant_id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000000', 'ada@example.com', 'hash'),
  ('b0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000000', 'bo@example.com', 'hash');
INSERT INTO files (id, tenant_id, user_id, filename, original_filename, mime_type, file_size, storage_path,
  status)
VALUES ('a0000000-0000-4000-8000-0000000000f1', 'a0000000-0000-4000-8000-000000000000',
  'a0000000-0000-4000-8000-000000000001', 'q1.txt', 'q1.txt', 'text/plain', 1, '/q1', 'ready');
-- A share for two downloads.
INSERT INTO file_shares (tenant_id, file_id, share_token, share_type, download_limit, created_by)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-0000000000f1', repeat('1', 64),
  'public', 2, 'a0000000-0000-4000-8000-000000000001');
-- plans/2026/q1, and the root of another tenant.
INSERT INTO file_folders (id, tenant_id, parent_folder_id, name, created_by) VALUES
  ('a0000000-0000-4000-8000-00000000d001', 'a0000000-0000-4000-8000-000000000000', NULL, 'plans',
    'a0000000-0000-4000-8000-000000000001'),
  ('a0000000-0000-4000-8000-00000000d002', 'a0000000-0000-4000-8000-000000000000',
    'a0000000-0000-4000-8000-00000000d001', '2026', 'a0000000-0000-4000-8000-000000000001'),
  ('a0000000-0000-4000-8000-00000000d003', 'a0000000-0000-4000-8000-000000000000',
    'a0000000-0000-4000-8000-00000000d002', 'q1', 'a0000000-0000-4000-8000-000000000001');

-- case: a share is redeemed without a context, and each download counts
-- guard: ALTER FUNCTION redeem_file_share(text) SECURITY INVOKER
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('redeem_file_share'::regproc),
--   's.download_count + 1', 's.download_count'); END $do$
SET LOCAL ROLE adx_app;
-- expect: a0000000-0000-4000-8000-0000000000f1 | a0000000-0000-4000-8000-000000000000 | 1 | 2
SELECT file_id, tenant_id, download_count, download_limit FROM redeem_file_share(repeat('1', 64));
-- expect: 2
SELECT download_count FROM redeem_file_share(repeat('1', 64));

-- case: a share that is used up gives nothing more
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('redeem_file_share'::regproc),
--   'AND (s.download_limit IS NULL OR s.download_count < s.download_limit)', ''); END $do$
UPDATE file_shares SET download_count = 2;
SET LOCAL ROLE adx_app;
-- expect: error P0002 not available
SELECT * FROM redeem_file_share(repeat('1', 64));

-- case: a share that was switched off gives nothing
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('redeem_file_share'::regproc),
--   'AND s.is_active', ''); END $do$
UPDATE file_shares SET is_active = false;
-- expect: error P0002 not available
SELECT * FROM redeem_file_share(repeat('1', 64));

-- case: a share that has run out gives nothing
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('redeem_file_share'::regproc),
--   'AND (s.expires_at IS NULL OR s.expires_at > now())', ''); END $do$
UPDATE file_shares SET expires_at = now() - interval '1 second';
-- expect: error P0002 not available
SELECT * FROM redeem_file_share(repeat('1', 64));

-- case: a share of a deleted file, or of a tenant that is not active, gives nothing
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('redeem_file_share'::regproc),
--   'AND f.status <> ''deleted''', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('redeem_file_share'::regproc),
--   'AND t.is_active', ''); END $do$
UPDATE files SET status = 'deleted';
-- expect: error P0002 not available
SELECT * FROM redeem_file_share(repeat('1', 64));
UPDATE files SET status = 'ready';
UPDATE tenants SET is_active = false;
-- expect: error P0002 not available
SELECT * FROM redeem_file_share(repeat('1', 64));

-- case: an unknown token gets the same answer as a dead share
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('redeem_file_share'::regproc),
--   'IF NOT FOUND', 'IF false'); END $do$
-- expect: error P0002 not available
SELECT * FROM redeem_file_share(repeat('0', 64));

-- case: downloads never exceed their limit, whoever counts
-- guard: ALTER TABLE file_shares DROP CONSTRAINT file_shares_check
-- expect: error 23514
UPDATE file_shares SET download_count = 3;
-- expect: error 23514
INSERT INTO file_shares (tenant_id, file_id, share_token, share_type, download_limit, download_count,
  created_by)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-0000000000f1', repeat('2', 64),
  'public', 1, 2, 'a0000000-0000-4000-8000-000000000001');

-- case: a count of downloads below zero is refused
-- guard: ALTER TABLE file_shares DROP CONSTRAINT file_shares_download_count_check
-- expect: error 23514
UPDATE file_shares SET download_count = -1;

-- case: the path of a folder is derived from the names above it, whatever is written
-- guard: DROP TRIGGER file_folders_place ON file_folders;
--   ALTER TABLE file_folders ALTER COLUMN path SET DEFAULT '/'
-- expect: /plans/2026/q1
SELECT path FROM file_folders WHERE id = 'a0000000-0000-4000-8000-00000000d003';
UPDATE file_folders SET path = '/elsewhere' WHERE id = 'a0000000-0000-4000-8000-00000000d003';
-- expect: /plans/2026/q1
SELECT path FROM file_folders WHERE id = 'a0000000-0000-4000-8000-00000000d003';

-- case: renaming or moving a folder carries the paths of all folders below
-- guard: DROP TRIGGER file_folders_carry_children ON file_folders
UPDATE file_folders SET name = 'projects' WHERE id = 'a0000000-0000-4000-8000-00000000d001';
-- expect: rows
--   /projects
--   /projects/2026
--   /projects/2026/q1
SELECT path FROM file_folders ORDER BY path;
UPDATE file_folders SET parent_folder_id = NULL WHERE id = 'a0000000-0000-4000-8000-00000000d002';
-- expect: rows
--   /2026
--   /2026/q1
--   /projects
SELECT path FROM file_folders ORDER BY path;

-- case: a folder cannot lie inside itself, directly or below
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('place_folder'::regproc),
--   'WHILE ancestor IS NOT NULL', 'WHILE false'); END $do$;
--   DROP TRIGGER file_folders_carry_children ON file_folders
-- expect: error 23514 inside itself
UPDATE file_folders SET parent_folder_id = id WHERE id = 'a0000000-0000-4000-8000-00000000d001';
-- expect: error 23514 inside itself
UPDATE file_folders SET parent_folder_id = 'a0000000-0000-4000-8000-00000000d003'
WHERE id = 'a0000000-0000-4000-8000-00000000d001';

-- case: folder names are unique inside a folder and at the root, per tenant
-- guard: ALTER TABLE file_folders DROP CONSTRAINT file_folders_tenant_id_parent_folder_id_name_key
-- guard: ALTER TABLE file_folders DROP CONSTRAINT file_folders_tenant_id_parent_folder_id_name_key,
--   ADD UNIQUE (tenant_id, parent_folder_id, name)
-- expect: error 23505
INSERT INTO file_folders (tenant_id, name, created_by)
VALUES ('a0000000-0000-4000-8000-000000000000', 'plans', 'a0000000-0000-4000-8000-000000000001');
-- expect: error 23505
INSERT INTO file_folders (tenant_id, parent_folder_id, name, created_by)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-00000000d001', '2026',
  'a0000000-0000-4000-8000-000000000001');
-- expect: 1
INSERT INTO file_folders (tenant_id, name, created_by)
VALUES ('b0000000-0000-4000-8000-000000000000', 'plans', 'b0000000-0000-4000-8000-000000000001');

-- case: a folder has a name, without a slash
-- guard: ALTER TABLE file_folders DROP CONSTRAINT file_folders_name_check
-- expect: error 23514
INSERT INTO file_folders (tenant_id, name, created_by)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a/b', 'a0000000-0000-4000-8000-000000000001');
-- expect: error 23514
UPDATE file_folders SET name = '' WHERE id = 'a0000000-0000-4000-8000-00000000d003';

-- case: a tenant has one default storage provider, other tenants have theirs
-- guard: DROP INDEX storage_providers_one_default
-- guard: DROP INDEX storage_providers_one_default;
--   CREATE UNIQUE INDEX storage_providers_one_default ON storage_providers (is_default) WHERE is_default
-- expect: 3
INSERT INTO storage_providers (tenant_id, provider_name, provider_type, configuration, is_default) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'disk', 'local', '{}', true),
  ('a0000000-0000-4000-8000-000000000000', 'bucket', 's3', '{}', false),
  ('b0000000-0000-4000-8000-000000000000', 'disk', 'local', '{}', true);
-- expect: error 23505
UPDATE storage_providers SET is_default = true WHERE provider_name = 'bucket';

-- case: files have a size of zero or more
-- guard: ALTER TABLE files DROP CONSTRAINT files_file_size_check
-- expect: error 23514
UPDATE files SET file_size = -1;

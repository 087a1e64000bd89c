-- Files: versions, shares, processing, labels, folders, access logs and storage.

-- Guards --------------------------------------------------------------------------------------------

-- Derives path from the parent and refuses cycles. The parent is locked while a child is placed, so that a
-- rename at the same time either comes first or sees the child; moves within a tenant queue up, because two
-- of them at once could close a ring that neither sees. With the caller's rights, who sees the whole tree of
-- the one tenant and of no other.
CREATE OR REPLACE FUNCTION place_folder() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  ancestor uuid := NEW.parent_folder_id;
  parent_path text := '';
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.parent_folder_id IS DISTINCT FROM OLD.parent_folder_id THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('file_folders ' || NEW.tenant_id, 0));
  END IF;
  WHILE ancestor IS NOT NULL LOOP
    IF ancestor = NEW.id THEN
      RAISE check_violation USING
        MESSAGE = 'a folder cannot lie inside itself', HINT = 'Choose a parent outside this folder.';
    END IF;
    SELECT f.parent_folder_id INTO ancestor
    FROM public.file_folders f
    WHERE f.tenant_id = NEW.tenant_id AND f.id = ancestor;
  END LOOP;
  IF NEW.parent_folder_id IS NOT NULL THEN
    SELECT f.path INTO parent_path
    FROM public.file_folders f
    WHERE f.tenant_id = NEW.tenant_id AND f.id = NEW.parent_folder_id
    FOR SHARE;
    IF NOT FOUND THEN
      RAISE foreign_key_violation USING MESSAGE = 'the tenant has no such parent folder';
    END IF;
  END IF;
  NEW.path := parent_path || '/' || NEW.name;
  RETURN NEW;
END
$$;
ALTER FUNCTION place_folder() OWNER TO adx_owner;
REVOKE ALL ON FUNCTION place_folder() FROM PUBLIC;

-- Touching the children makes place_folder() derive their paths anew, and so on downwards.
CREATE OR REPLACE FUNCTION move_subfolders() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE public.file_folders f SET path = f.path
  WHERE f.tenant_id = NEW.tenant_id AND f.parent_folder_id = NEW.id;
  RETURN NULL;
END
$$;
ALTER FUNCTION move_subfolders() OWNER TO adx_owner;
REVOKE ALL ON FUNCTION move_subfolders() FROM PUBLIC;

-- Tables --------------------------------------------------------------------------------------------

-- Earlier contents of a file.
CREATE TABLE IF NOT EXISTS file_versions (
  id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  file_id        uuid NOT NULL,
  tenant_id      uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  version_number integer NOT NULL,
  filename       varchar(255) NOT NULL,
  file_size      bigint NOT NULL CHECK (file_size >= 0),
  storage_path   text NOT NULL,
  checksum       varchar(64) NOT NULL,
  mime_type      varchar(100) NOT NULL,
  metadata       jsonb DEFAULT '{}',
  created_by     uuid NOT NULL REFERENCES users (id),
  created_at     timestamptz NOT NULL DEFAULT now(),
  UNIQUE (file_id, version_number),
  FOREIGN KEY (tenant_id, file_id) REFERENCES files (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_file_versions_file_id ON file_versions (file_id);
CREATE INDEX IF NOT EXISTS idx_file_versions_tenant_id ON file_versions (tenant_id);
CREATE INDEX IF NOT EXISTS idx_file_versions_version_number ON file_versions (version_number);
CREATE INDEX IF NOT EXISTS idx_file_versions_created_at ON file_versions (created_at);
CREATE OR REPLACE TRIGGER file_versions_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, created_by ON file_versions
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('created_by');
ALTER TABLE file_versions OWNER TO adx_owner;
ALTER TABLE file_versions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_file_versions ON file_versions;
CREATE POLICY tenant_isolation_file_versions ON file_versions
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_file_versions ON file_versions;
CREATE POLICY all_tenants_file_versions ON file_versions TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON file_versions TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON file_versions TO adx_readonly;

-- Links that hand a file out. The token is kept as a digest; redeem_file_share counts downloads.
CREATE TABLE IF NOT EXISTS file_shares (
  id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  file_id        uuid NOT NULL,
  tenant_id      uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  share_token    varchar(255) NOT NULL UNIQUE CHECK (share_token ~ '^[0-9a-f]{64}$'),
  share_type     varchar(20) NOT NULL CHECK (share_type IN ('public', 'password', 'email', 'time_limited')),
  password_hash  varchar(255),
  allowed_emails text[],
  download_limit integer,
  download_count integer NOT NULL DEFAULT 0 CHECK (download_count >= 0),
  expires_at     timestamptz,
  is_active      boolean NOT NULL DEFAULT true,
  created_by     uuid NOT NULL REFERENCES users (id),
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (tenant_id, file_id) REFERENCES files (tenant_id, id) ON DELETE CASCADE,
  CHECK (download_count <= download_limit)
);
CREATE INDEX IF NOT EXISTS idx_file_shares_file_id ON file_shares (file_id);
CREATE INDEX IF NOT EXISTS idx_file_shares_tenant_id ON file_shares (tenant_id);
CREATE INDEX IF NOT EXISTS idx_file_shares_token ON file_shares (share_token);
CREATE INDEX IF NOT EXISTS idx_file_shares_type ON file_shares (share_type);
CREATE INDEX IF NOT EXISTS idx_file_shares_active ON file_shares (is_active);
CREATE INDEX IF NOT EXISTS idx_file_shares_expires_at ON file_shares (expires_at);
CREATE OR REPLACE TRIGGER update_file_shares_updated_at
  BEFORE UPDATE ON file_shares
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE OR REPLACE TRIGGER file_shares_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, created_by ON file_shares
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('created_by');
ALTER TABLE file_shares OWNER TO adx_owner;
ALTER TABLE file_shares ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_file_shares ON file_shares;
CREATE POLICY tenant_isolation_file_shares ON file_shares
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_file_shares ON file_shares;
CREATE POLICY all_tenants_file_shares ON file_shares TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON file_shares TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON file_shares TO adx_readonly;

-- Work to do on a file after upload.
CREATE TABLE IF NOT EXISTS file_processing_jobs (
  id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  file_id          uuid NOT NULL,
  tenant_id        uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  job_type         varchar(50) NOT NULL
    CHECK (job_type IN ('thumbnail', 'virus_scan', 'metadata_extraction', 'conversion')),
  status           varchar(20) NOT NULL DEFAULT 'pending'
    CHECK (status IN ('pending', 'processing', 'completed', 'failed', 'cancelled')),
  input_parameters jsonb DEFAULT '{}',
  output_data      jsonb DEFAULT '{}',
  error_message    text,
  started_at       timestamptz,
  completed_at     timestamptz,
  created_at       timestamptz NOT NULL DEFAULT now(),
  updated_at       timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (tenant_id, file_id) REFERENCES files (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_file_processing_jobs_file_id ON file_processing_jobs (file_id);
CREATE INDEX IF NOT EXISTS idx_file_processing_jobs_tenant_id ON file_processing_jobs (tenant_id);
CREATE INDEX IF NOT EXISTS idx_file_processing_jobs_type ON file_processing_jobs (job_type);
CREATE INDEX IF NOT EXISTS idx_file_processing_jobs_status ON file_processing_jobs (status);
CREATE INDEX IF NOT EXISTS idx_file_processing_jobs_created_at ON file_processing_jobs (created_at);
CREATE OR REPLACE TRIGGER update_file_processing_jobs_updated_at
  BEFORE UPDATE ON file_processing_jobs
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
ALTER TABLE file_processing_jobs OWNER TO adx_owner;
ALTER TABLE file_processing_jobs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_file_processing_jobs ON file_processing_jobs;
CREATE POLICY tenant_isolation_file_processing_jobs ON file_processing_jobs
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_file_processing_jobs ON file_processing_jobs;
CREATE POLICY all_tenants_file_processing_jobs ON file_processing_jobs
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON file_processing_jobs TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON file_processing_jobs TO adx_readonly;

-- Small pictures of a file.
CREATE TABLE IF NOT EXISTS file_thumbnails (
  id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  file_id        uuid NOT NULL,
  tenant_id      uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  thumbnail_size varchar(20) NOT NULL CHECK (thumbnail_size IN ('small', 'medium', 'large')),
  width          integer NOT NULL,
  height         integer NOT NULL,
  storage_path   text NOT NULL,
  file_size      bigint NOT NULL,
  mime_type      varchar(100) NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  UNIQUE (file_id, thumbnail_size),
  FOREIGN KEY (tenant_id, file_id) REFERENCES files (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_file_thumbnails_file_id ON file_thumbnails (file_id);
CREATE INDEX IF NOT EXISTS idx_file_thumbnails_tenant_id ON file_thumbnails (tenant_id);
CREATE INDEX IF NOT EXISTS idx_file_thumbnails_size ON file_thumbnails (thumbnail_size);
ALTER TABLE file_thumbnails OWNER TO adx_owner;
ALTER TABLE file_thumbnails ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_file_thumbnails ON file_thumbnails;
CREATE POLICY tenant_isolation_file_thumbnails ON file_thumbnails
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_file_thumbnails ON file_thumbnails;
CREATE POLICY all_tenants_file_thumbnails ON file_thumbnails
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON file_thumbnails TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON file_thumbnails TO adx_readonly;

-- Labels of a tenant for its files.
CREATE TABLE IF NOT EXISTS file_tags (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id  uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  name       varchar(100) NOT NULL,
  color      varchar(7) CHECK (color ~ '^#[0-9A-Fa-f]{6}$'),
  created_by uuid NOT NULL REFERENCES users (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id, name),
  UNIQUE (tenant_id, id)
);
CREATE INDEX IF NOT EXISTS idx_file_tags_tenant_id ON file_tags (tenant_id);
CREATE INDEX IF NOT EXISTS idx_file_tags_name ON file_tags (name);
CREATE OR REPLACE TRIGGER file_tags_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, created_by ON file_tags
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('created_by');
ALTER TABLE file_tags OWNER TO adx_owner;
ALTER TABLE file_tags ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_file_tags ON file_tags;
CREATE POLICY tenant_isolation_file_tags ON file_tags
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_file_tags ON file_tags;
CREATE POLICY all_tenants_file_tags ON file_tags TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON file_tags TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON file_tags TO adx_readonly;

-- Which file carries which label.
CREATE TABLE IF NOT EXISTS file_tag_assignments (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  file_id     uuid NOT NULL,
  tag_id      uuid NOT NULL,
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  assigned_by uuid NOT NULL REFERENCES users (id),
  assigned_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (file_id, tag_id),
  FOREIGN KEY (tenant_id, file_id) REFERENCES files (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, tag_id) REFERENCES file_tags (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_file_tag_assignments_file_id ON file_tag_assignments (file_id);
CREATE INDEX IF NOT EXISTS idx_file_tag_assignments_tag_id ON file_tag_assignments (tag_id);
CREATE INDEX IF NOT EXISTS idx_file_tag_assignments_tenant_id ON file_tag_assignments (tenant_id);
CREATE OR REPLACE TRIGGER file_tag_assignments_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, assigned_by ON file_tag_assignments
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('assigned_by');
ALTER TABLE file_tag_assignments OWNER TO adx_owner;
ALTER TABLE file_tag_assignments ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_file_tag_assignments ON file_tag_assignments;
CREATE POLICY tenant_isolation_file_tag_assignments ON file_tag_assignments
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_file_tag_assignments ON file_tag_assignments;
CREATE POLICY all_tenants_file_tag_assignments ON file_tag_assignments
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON file_tag_assignments TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON file_tag_assignments TO adx_readonly;

-- The tree of folders. path is derived from the names above; a trigger keeps it.
-- NULLS NOT DISTINCT makes names unique at the root too.
CREATE TABLE IF NOT EXISTS file_folders (
  id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id        uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  parent_folder_id uuid,
  name             varchar(255) NOT NULL CHECK (name <> '' AND strpos(name, '/') = 0),
  path             text NOT NULL,
  description      text,
  created_by       uuid NOT NULL REFERENCES users (id),
  created_at       timestamptz NOT NULL DEFAULT now(),
  updated_at       timestamptz NOT NULL DEFAULT now(),
  UNIQUE NULLS NOT DISTINCT (tenant_id, parent_folder_id, name),
  UNIQUE (tenant_id, id),
  FOREIGN KEY (tenant_id, parent_folder_id) REFERENCES file_folders (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_file_folders_tenant_id ON file_folders (tenant_id);
CREATE INDEX IF NOT EXISTS idx_file_folders_parent_id ON file_folders (parent_folder_id);
CREATE INDEX IF NOT EXISTS idx_file_folders_path ON file_folders (path);
CREATE OR REPLACE TRIGGER update_file_folders_updated_at
  BEFORE UPDATE ON file_folders
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE OR REPLACE TRIGGER file_folders_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, created_by ON file_folders
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('created_by');
CREATE OR REPLACE TRIGGER file_folders_place
  BEFORE INSERT OR UPDATE OF tenant_id, parent_folder_id, name, path ON file_folders
  FOR EACH ROW EXECUTE FUNCTION place_folder();
CREATE OR REPLACE TRIGGER file_folders_carry_children
  AFTER UPDATE ON file_folders
  FOR EACH ROW WHEN (OLD.path IS DISTINCT FROM NEW.path) EXECUTE FUNCTION move_subfolders();
ALTER TABLE file_folders OWNER TO adx_owner;
ALTER TABLE file_folders ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_file_folders ON file_folders;
CREATE POLICY tenant_isolation_file_folders ON file_folders
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_file_folders ON file_folders;
CREATE POLICY all_tenants_file_folders ON file_folders TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON file_folders TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON file_folders TO adx_readonly;

-- Which file lies in which folder; a file may lie in several.
CREATE TABLE IF NOT EXISTS file_folder_assignments (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  file_id     uuid NOT NULL,
  folder_id   uuid NOT NULL,
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  assigned_by uuid NOT NULL REFERENCES users (id),
  assigned_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (file_id, folder_id),
  FOREIGN KEY (tenant_id, file_id) REFERENCES files (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, folder_id) REFERENCES file_folders (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_file_folder_assignments_file_id ON file_folder_assignments (file_id);
CREATE INDEX IF NOT EXISTS idx_file_folder_assignments_folder_id ON file_folder_assignments (folder_id);
CREATE INDEX IF NOT EXISTS idx_file_folder_assignments_tenant_id ON file_folder_assignments (tenant_id);
CREATE OR REPLACE TRIGGER file_folder_assignments_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, assigned_by ON file_folder_assignments
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('assigned_by');
ALTER TABLE file_folder_assignments OWNER TO adx_owner;
ALTER TABLE file_folder_assignments ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_file_folder_assignments ON file_folder_assignments;
CREATE POLICY tenant_isolation_file_folder_assignments ON file_folder_assignments
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_file_folder_assignments ON file_folder_assignments;
CREATE POLICY all_tenants_file_folder_assignments ON file_folder_assignments
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON file_folder_assignments TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON file_folder_assignments TO adx_readonly;

-- Who read or changed a file. Append-only; goes with its file or tenant.
CREATE TABLE IF NOT EXISTS file_access_logs (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  file_id     uuid NOT NULL,
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  user_id     uuid REFERENCES users (id) ON DELETE SET NULL,
  access_type varchar(20) NOT NULL CHECK (access_type IN ('view', 'download', 'upload', 'delete', 'share')),
  ip_address  inet,
  user_agent  text,
  share_token varchar(255) CHECK (share_token ~ '^[0-9a-f]{64}$'),
  accessed_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (tenant_id, file_id) REFERENCES files (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_file_access_logs_file_id ON file_access_logs (file_id);
CREATE INDEX IF NOT EXISTS idx_file_access_logs_tenant_id ON file_access_logs (tenant_id);
CREATE INDEX IF NOT EXISTS idx_file_access_logs_user_id ON file_access_logs (user_id);
CREATE INDEX IF NOT EXISTS idx_file_access_logs_access_type ON file_access_logs (access_type);
CREATE INDEX IF NOT EXISTS idx_file_access_logs_accessed_at ON file_access_logs (accessed_at);
CREATE OR REPLACE TRIGGER file_access_logs_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, user_id ON file_access_logs
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('user_id');
CREATE OR REPLACE TRIGGER file_access_logs_append_only
  BEFORE UPDATE OR DELETE ON file_access_logs
  FOR EACH ROW EXECUTE FUNCTION guard_append_only();
CREATE OR REPLACE TRIGGER file_access_logs_no_truncate
  BEFORE TRUNCATE ON file_access_logs
  FOR EACH STATEMENT EXECUTE FUNCTION guard_append_only();
ALTER TABLE file_access_logs OWNER TO adx_owner;
ALTER TABLE file_access_logs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_file_access_logs ON file_access_logs;
CREATE POLICY tenant_isolation_file_access_logs ON file_access_logs
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_file_access_logs ON file_access_logs;
CREATE POLICY all_tenants_file_access_logs ON file_access_logs
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON file_access_logs TO adx_app, adx_admin;
GRANT SELECT, INSERT, DELETE ON file_access_logs TO adx_definer;
GRANT SELECT ON file_access_logs TO adx_readonly;

-- Where a tenant keeps its files. Secrets inside configuration are ciphertext.
CREATE TABLE IF NOT EXISTS storage_providers (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id     uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  provider_name varchar(50) NOT NULL,
  provider_type varchar(20) NOT NULL CHECK (provider_type IN ('local', 's3', 'gcs', 'azure', 'ftp')),
  configuration jsonb NOT NULL CHECK (configuration_is_sealed(configuration)),
  is_default    boolean NOT NULL DEFAULT false,
  is_enabled    boolean NOT NULL DEFAULT true,
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id, provider_name)
);
CREATE INDEX IF NOT EXISTS idx_storage_providers_tenant_id ON storage_providers (tenant_id);
CREATE INDEX IF NOT EXISTS idx_storage_providers_type ON storage_providers (provider_type);
CREATE INDEX IF NOT EXISTS idx_storage_providers_default ON storage_providers (is_default);
CREATE INDEX IF NOT EXISTS idx_storage_providers_enabled ON storage_providers (is_enabled);
-- At most one default.
CREATE UNIQUE INDEX IF NOT EXISTS storage_providers_one_default ON storage_providers (tenant_id)
  WHERE is_default;
CREATE OR REPLACE TRIGGER update_storage_providers_updated_at
  BEFORE UPDATE ON storage_providers
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
ALTER TABLE storage_providers OWNER TO adx_owner;
ALTER TABLE storage_providers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_storage_providers ON storage_providers;
CREATE POLICY tenant_isolation_storage_providers ON storage_providers
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_storage_providers ON storage_providers;
CREATE POLICY all_tenants_storage_providers ON storage_providers
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON storage_providers TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON storage_providers TO adx_readonly;

-- Sharing -------------------------------------------------------------------------------------------

-- Counts one download of the share with this token digest and returns what the service needs to hand the
-- file out. One statement, so that two downloads at once cannot both take the last one. Refusals say nothing
-- about the reason. The service checks password and address itself, and rolls back to give the download back.
CREATE OR REPLACE FUNCTION redeem_file_share(token_hash text)
RETURNS TABLE (
  share_id uuid,
  file_id uuid,
  tenant_id uuid,
  share_type varchar,
  password_hash varchar,
  allowed_emails text[],
  download_count integer,
  download_limit integer
)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    UPDATE public.file_shares s
    SET download_count = s.download_count + 1
    FROM public.files f, public.tenants t
    WHERE s.share_token = token_hash
      AND s.is_active
      AND (s.expires_at IS NULL OR s.expires_at > now())
      AND (s.download_limit IS NULL OR s.download_count < s.download_limit)
      AND f.id = s.file_id
      AND f.status <> 'deleted'
      AND t.id = s.tenant_id
      AND t.is_active
    RETURNING s.id, s.file_id, s.tenant_id, s.share_type, s.password_hash, s.allowed_emails,
      s.download_count, s.download_limit;
  IF NOT FOUND THEN
    RAISE no_data_found USING
      MESSAGE = 'this share is not available', HINT = 'It may be unknown, switched off, expired or used up.';
  END IF;
END
$$;
ALTER FUNCTION redeem_file_share(text) OWNER TO adx_definer;
REVOKE ALL ON FUNCTION redeem_file_share(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION redeem_file_share(text) TO adx_app, adx_admin;

-- File storage: buckets, objects whose path begins with the tenant, signed links.

CREATE ROLE ho_storage_api LOGIN;
CREATE SCHEMA storage;

CREATE TABLE storage.tenants (id text PRIMARY KEY CHECK (id ~ '^[a-z0-9]+$'), quota_bytes bigint NOT NULL
  DEFAULT 1000000);

CREATE FUNCTION storage.tenant() RETURNS text LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('storage.tenant', true), '') $$;

CREATE TABLE storage.buckets (
  tenant_id text NOT NULL REFERENCES storage.tenants,
  name text NOT NULL,
  public boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, name)
);

CREATE TABLE storage.objects (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  path text NOT NULL,
  tenant_id text GENERATED ALWAYS AS (split_part(path, '/', 1)) STORED REFERENCES storage.tenants,
  bucket text GENERATED ALWAYS AS (split_part(path, '/', 2)) STORED,
  size_bytes bigint NOT NULL DEFAULT 0,
  etag text,
  UNIQUE (tenant_id, path),
  UNIQUE (tenant_id, id),
  FOREIGN KEY (tenant_id, bucket) REFERENCES storage.buckets
);

CREATE TABLE storage.versions (
  tenant_id text NOT NULL,
  object_id uuid NOT NULL,
  version integer NOT NULL,
  etag text NOT NULL,
  PRIMARY KEY (tenant_id, object_id, version),
  FOREIGN KEY (tenant_id, object_id) REFERENCES storage.objects (tenant_id, id) ON DELETE CASCADE
);

CREATE TABLE storage.links (
  tenant_id text NOT NULL,
  token_hash bytea NOT NULL,
  object_id uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, token_hash),
  FOREIGN KEY (tenant_id, object_id) REFERENCES storage.objects (tenant_id, id) ON DELETE CASCADE
);

CREATE TABLE storage.usage (
  tenant_id text NOT NULL REFERENCES storage.tenants,
  day date NOT NULL,
  bytes bigint NOT NULL,
  PRIMARY KEY (tenant_id, day)
);

ALTER TABLE storage.tenants ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE storage.buckets ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE storage.objects ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE storage.versions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE storage.links ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE storage.usage ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON storage.tenants USING (id = storage.tenant());
CREATE POLICY own ON storage.buckets USING (tenant_id = storage.tenant());
CREATE POLICY own ON storage.objects USING (tenant_id = storage.tenant());
CREATE POLICY own ON storage.versions USING (tenant_id = storage.tenant());
CREATE POLICY own ON storage.links USING (tenant_id = storage.tenant());
CREATE POLICY own ON storage.usage USING (tenant_id = storage.tenant());

GRANT USAGE ON SCHEMA storage TO ho_storage_api;
GRANT SELECT ON storage.tenants, storage.usage TO ho_storage_api;
GRANT SELECT, INSERT, UPDATE, DELETE ON storage.buckets, storage.objects, storage.versions, storage.links
  TO ho_storage_api;

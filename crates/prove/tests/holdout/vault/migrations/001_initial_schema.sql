-- Organizations, members with roles, items and their secrets, groups, devices, requests and stored files.
CREATE ROLE hf_vault_app LOGIN;
CREATE SCHEMA auth;
CREATE SCHEMA storage;
GRANT USAGE ON SCHEMA auth, storage TO hf_vault_app;

CREATE TABLE auth.users (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), email text NOT NULL UNIQUE);

CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$$;
CREATE FUNCTION auth.role() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role', 'anon')
$$;

CREATE TABLE orgs (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL
);

CREATE TABLE org_members (
  org_id uuid NOT NULL REFERENCES orgs ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  role text NOT NULL DEFAULT 'member' CHECK (role IN ('admin', 'member')),
  display_name text NOT NULL DEFAULT '',
  PRIMARY KEY (org_id, user_id)
);

CREATE TABLE groups (
  org_id uuid NOT NULL REFERENCES orgs ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  PRIMARY KEY (org_id, id)
);

CREATE TABLE items (
  org_id uuid NOT NULL REFERENCES orgs ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  group_id uuid,
  kind text NOT NULL DEFAULT 'login' CHECK (kind IN ('login', 'card', 'note')),
  label text NOT NULL,
  favourite boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, group_id) REFERENCES groups ON DELETE SET NULL (group_id)
);

CREATE TABLE secrets (
  org_id uuid NOT NULL,
  item_id uuid NOT NULL,
  ciphertext text NOT NULL,
  rotated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, item_id),
  FOREIGN KEY (org_id, item_id) REFERENCES items ON DELETE CASCADE
);

CREATE TABLE access_requests (
  org_id uuid NOT NULL REFERENCES orgs ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  item_id uuid NOT NULL,
  reason text NOT NULL,
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'granted', 'refused')),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, item_id) REFERENCES items ON DELETE CASCADE
);

-- The log is written by the trigger below and read by administrators.
CREATE TABLE audit_log (
  org_id uuid NOT NULL REFERENCES orgs ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  actor uuid,
  what text NOT NULL,
  PRIMARY KEY (org_id, id)
);

CREATE TABLE storage.buckets (id text PRIMARY KEY);
INSERT INTO storage.buckets VALUES ('attachments'), ('avatars');

-- The first folder of a file's name is its organization.
CREATE TABLE storage.objects (
  org_id uuid NOT NULL,
  bucket_id text NOT NULL REFERENCES storage.buckets,
  name text NOT NULL,
  owner uuid DEFAULT auth.uid(),
  metadata jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (org_id, bucket_id, name),
  FOREIGN KEY (org_id) REFERENCES orgs ON DELETE CASCADE,
  CHECK (split_part(name, '/', 1) = org_id::text)
);

CREATE FUNCTION has_role(org uuid, wanted text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM org_members m
    WHERE m.org_id = org AND m.user_id = auth.uid() AND (m.role = wanted OR m.role = 'admin'))
$$;
REVOKE EXECUTE ON FUNCTION has_role(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION has_role(uuid, text) TO hf_vault_app;

CREATE FUNCTION log_secret() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO audit_log (org_id, actor, what) VALUES (NEW.org_id, auth.uid(), lower(TG_OP) || ' secret');
  RETURN NULL;
END
$$;
CREATE TRIGGER secrets_log AFTER INSERT OR UPDATE ON secrets FOR EACH ROW EXECUTE FUNCTION log_secret();

ALTER TABLE orgs ENABLE ROW LEVEL SECURITY;
ALTER TABLE orgs FORCE ROW LEVEL SECURITY;
CREATE POLICY orgs_read ON orgs FOR SELECT USING (has_role(id, 'member'));
ALTER TABLE org_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE org_members FORCE ROW LEVEL SECURITY;
CREATE POLICY org_members_read ON org_members FOR SELECT USING (has_role(org_id, 'member'));
ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_log FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_log_read ON audit_log FOR SELECT USING (has_role(org_id, 'admin'));
GRANT SELECT ON orgs, org_members, audit_log, storage.buckets TO hf_vault_app;

DO $$
DECLARE t regclass;
BEGIN
  FOREACH t IN ARRAY ARRAY['groups', 'items', 'secrets', 'access_requests',
      'storage.objects']::regclass[] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY org_members_all ON %s TO hf_vault_app
      USING (public.has_role(org_id, ''member''))
      WITH CHECK (public.has_role(org_id, ''member''))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO hf_vault_app', t);
  END LOOP;
END
$$;

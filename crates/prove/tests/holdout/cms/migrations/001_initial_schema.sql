-- A content system. Every author belongs to sites through cms.site_members; the token names the author.
CREATE ROLE hf_cms_app LOGIN;
CREATE SCHEMA cms;
CREATE SCHEMA storage;
GRANT USAGE ON SCHEMA cms, storage TO hf_cms_app;

CREATE TABLE cms.locales (locale text PRIMARY KEY);
CREATE TABLE cms.sites (
  site_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  host text NOT NULL,
  theme jsonb NOT NULL DEFAULT '{}'
);
CREATE TABLE cms.site_members (
  site_id uuid NOT NULL REFERENCES cms.sites ON DELETE CASCADE,
  user_id uuid NOT NULL,
  role text NOT NULL DEFAULT 'author' CHECK (role IN ('author', 'editor', 'admin')),
  joined_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (site_id, user_id)
);
CREATE TABLE cms.invitations (
  site_id uuid NOT NULL REFERENCES cms.sites ON DELETE CASCADE,
  invitation_id uuid NOT NULL DEFAULT gen_random_uuid(),
  invited_user uuid NOT NULL,
  role text NOT NULL DEFAULT 'author',
  accepted_at timestamptz,
  PRIMARY KEY (site_id, invitation_id)
);
CREATE TABLE cms.pages (
  site_id uuid NOT NULL REFERENCES cms.sites ON DELETE CASCADE,
  page_id uuid NOT NULL DEFAULT gen_random_uuid(),
  slug text NOT NULL,
  locale text NOT NULL DEFAULT 'en' REFERENCES cms.locales,
  title text NOT NULL,
  body text NOT NULL DEFAULT '',
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'review', 'published')),
  deleted_at timestamptz,
  words tsvector GENERATED ALWAYS AS (to_tsvector('simple', title || ' ' || body)) STORED,
  PRIMARY KEY (site_id, page_id),
  UNIQUE (site_id, slug, locale)
);
CREATE TABLE cms.page_versions (
  site_id uuid NOT NULL,
  page_id uuid NOT NULL,
  version int NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (site_id, page_id, version),
  FOREIGN KEY (site_id, page_id) REFERENCES cms.pages ON DELETE CASCADE
);
CREATE TABLE cms.comments (
  site_id uuid NOT NULL,
  comment_id uuid NOT NULL DEFAULT gen_random_uuid(),
  page_id uuid NOT NULL,
  author uuid NOT NULL,
  body text NOT NULL,
  approved boolean NOT NULL DEFAULT false,
  PRIMARY KEY (site_id, comment_id),
  FOREIGN KEY (site_id, page_id) REFERENCES cms.pages ON DELETE CASCADE
);
CREATE TABLE cms.redirects (
  site_id uuid NOT NULL REFERENCES cms.sites ON DELETE CASCADE,
  source text NOT NULL,
  target text NOT NULL,
  PRIMARY KEY (site_id, source)
);
CREATE TABLE cms.preview_links (
  site_id uuid NOT NULL,
  page_id uuid NOT NULL,
  token uuid NOT NULL DEFAULT gen_random_uuid(),
  expires_at timestamptz NOT NULL DEFAULT now() + interval '1 day',
  PRIMARY KEY (site_id, page_id, token),
  FOREIGN KEY (site_id, page_id) REFERENCES cms.pages ON DELETE CASCADE
);
-- Files: the first part of the name is the site.
CREATE TABLE storage.objects (
  site_id uuid NOT NULL REFERENCES cms.sites ON DELETE CASCADE,
  name text NOT NULL,
  owner uuid,
  meta jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (site_id, name),
  CHECK (split_part(name, '/', 1) = site_id::text)
);

CREATE FUNCTION cms.uid() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(nullif(current_setting('request.jwt.claims', true), '')::json ->> 'sub', '')::uuid
$$;
-- Reads the memberships with the owner's rights, so that policies of site_members can call it as well.
CREATE FUNCTION cms.has_role(p_site uuid, p_roles text[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cms, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM cms.site_members m
    WHERE m.site_id = p_site AND m.user_id = cms.uid() AND m.role = ANY (p_roles))
$$;
REVOKE ALL ON FUNCTION cms.has_role(uuid, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cms.has_role(uuid, text[]) TO hf_cms_app;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['cms.sites', 'cms.site_members', 'cms.invitations', 'cms.pages',
    'cms.page_versions',
      'cms.comments', 'cms.redirects', 'cms.preview_links', 'storage.objects'] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY staff_reads ON %s FOR SELECT TO hf_cms_app
      USING (cms.has_role(site_id, '{author,editor,admin}'))$p$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['cms.pages', 'cms.page_versions', 'cms.comments', 'cms.redirects',
    'cms.preview_links',
      'storage.objects'] LOOP
    EXECUTE format($p$CREATE POLICY staff_writes ON %s TO hf_cms_app
      USING (cms.has_role(site_id, '{author,editor,admin}'))
      WITH CHECK (cms.has_role(site_id, '{author,editor,admin}'))$p$, t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO hf_cms_app', t);
  END LOOP;
END $$;
CREATE POLICY admin_invites ON cms.invitations FOR INSERT TO hf_cms_app
  WITH CHECK (cms.has_role(site_id, '{admin}'));
CREATE POLICY admin_removes ON cms.site_members FOR DELETE TO hf_cms_app
  USING (cms.has_role(site_id, '{admin}'));
GRANT SELECT ON cms.locales, cms.sites, cms.site_members TO hf_cms_app;
GRANT DELETE ON cms.site_members TO hf_cms_app;
GRANT SELECT, INSERT ON cms.invitations TO hf_cms_app;

-- Search under the policies of the caller.
CREATE FUNCTION cms.search(p_query text) RETURNS TABLE (slug text, title text, excerpt text)
LANGUAGE sql STABLE AS $$
  SELECT p.slug, p.title, left(p.body, 80) FROM cms.pages p
  WHERE p.words @@ plainto_tsquery('simple', p_query) AND p.deleted_at IS NULL
$$;
CREATE VIEW cms.published WITH (security_invoker = true) AS
  SELECT site_id, slug, locale, title, body FROM cms.pages WHERE status = 'published' AND deleted_at IS NULL;
GRANT SELECT ON cms.published TO hf_cms_app;

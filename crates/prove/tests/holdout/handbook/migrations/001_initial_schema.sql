-- Articles in spaces, for organizations. Tables carry the names of their Django apps.
CREATE ROLE hf_handbook_app LOGIN;

CREATE TABLE auth_user (
  id integer PRIMARY KEY,
  email varchar(254) NOT NULL UNIQUE,
  is_active boolean NOT NULL DEFAULT true
);
CREATE TABLE accounts_organization (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name varchar(200) NOT NULL,
  allowed_domain varchar(200)
);
CREATE TABLE accounts_membership (
  organization_id uuid NOT NULL REFERENCES accounts_organization ON DELETE CASCADE,
  user_id integer NOT NULL REFERENCES auth_user ON DELETE CASCADE,
  role varchar(10) NOT NULL DEFAULT 'reader' CHECK (role IN ('admin', 'author', 'reader')),
  PRIMARY KEY (organization_id, user_id)
);
CREATE TABLE kb_space (
  organization_id uuid NOT NULL REFERENCES accounts_organization ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  slug varchar(50) NOT NULL,
  title varchar(200) NOT NULL,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, slug)
);
-- Ids of articles are alone in their key, for the tables below; only the default fills them.
CREATE TABLE kb_article (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id uuid NOT NULL,
  space_id uuid NOT NULL,
  author_id integer,
  title varchar(200) NOT NULL,
  body text NOT NULL DEFAULT '',
  status varchar(10) NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'published', 'archived')),
  view_count integer NOT NULL DEFAULT 0,
  FOREIGN KEY (organization_id, space_id) REFERENCES kb_space ON DELETE CASCADE
);
CREATE TABLE kb_articlerevision (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  article_id uuid NOT NULL REFERENCES kb_article ON DELETE CASCADE,
  body text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE kb_comment (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  article_id uuid NOT NULL REFERENCES kb_article ON DELETE CASCADE,
  user_id integer NOT NULL,
  text text NOT NULL
);
CREATE TABLE kb_attachment (
  organization_id uuid NOT NULL REFERENCES accounts_organization ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  article_id uuid,
  file varchar(200) NOT NULL,
  PRIMARY KEY (organization_id, id)
);
CREATE TABLE kb_publiclink (
  organization_id uuid NOT NULL REFERENCES accounts_organization ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  article_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  revoked boolean NOT NULL DEFAULT false,
  PRIMARY KEY (organization_id, id)
);

CREATE FUNCTION current_user_id() RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.user_id', true), '')::integer
$$;
CREATE FUNCTION is_member(org uuid, at_least text DEFAULT 'reader') RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM accounts_membership m
    WHERE m.organization_id = org AND m.user_id = current_user_id()
      AND CASE at_least WHEN 'admin' THEN m.role = 'admin' WHEN 'author' THEN m.role <> 'reader' ELSE true END
  )
$$;

ALTER TABLE accounts_organization ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts_organization FORCE ROW LEVEL SECURITY;
ALTER TABLE accounts_membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts_membership FORCE ROW LEVEL SECURITY;
ALTER TABLE kb_space ENABLE ROW LEVEL SECURITY;
ALTER TABLE kb_space FORCE ROW LEVEL SECURITY;
ALTER TABLE kb_article ENABLE ROW LEVEL SECURITY;
ALTER TABLE kb_article FORCE ROW LEVEL SECURITY;
ALTER TABLE kb_articlerevision ENABLE ROW LEVEL SECURITY;
ALTER TABLE kb_articlerevision FORCE ROW LEVEL SECURITY;
ALTER TABLE kb_comment ENABLE ROW LEVEL SECURITY;
ALTER TABLE kb_comment FORCE ROW LEVEL SECURITY;
ALTER TABLE kb_attachment ENABLE ROW LEVEL SECURITY;
ALTER TABLE kb_attachment FORCE ROW LEVEL SECURITY;
ALTER TABLE kb_publiclink ENABLE ROW LEVEL SECURITY;
ALTER TABLE kb_publiclink FORCE ROW LEVEL SECURITY;
CREATE POLICY organization_member ON accounts_organization FOR SELECT USING (is_member(id));
CREATE POLICY membership_member ON accounts_membership FOR SELECT USING (is_member(organization_id));
CREATE POLICY membership_leave ON accounts_membership FOR DELETE USING (user_id = current_user_id());
CREATE POLICY space_read ON kb_space FOR SELECT USING (is_member(organization_id));
CREATE POLICY space_write ON kb_space USING (is_member(organization_id, 'admin'));
CREATE POLICY article_read ON kb_article FOR SELECT USING (is_member(organization_id));
CREATE POLICY article_write ON kb_article USING (is_member(organization_id, 'author'));
-- Revisions and comments are seen and written where their article is seen.
CREATE POLICY revision_article ON kb_articlerevision
  USING (EXISTS (SELECT 1 FROM kb_article a WHERE a.id = article_id));
CREATE POLICY comment_article ON kb_comment
  USING (EXISTS (SELECT 1 FROM kb_article a WHERE a.id = article_id));
CREATE POLICY attachment_member ON kb_attachment USING (is_member(organization_id));
CREATE POLICY publiclink_author ON kb_publiclink USING (is_member(organization_id, 'author'));

-- A public page: whoever has the secret token reads the one article.
CREATE FUNCTION article_by_link(p_token text) RETURNS TABLE (title varchar, body text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.title, a.body FROM kb_publiclink l
  JOIN kb_article a ON a.organization_id = l.organization_id AND a.id = l.article_id
  WHERE l.token_hash = sha256(p_token::bytea) AND NOT l.revoked
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION current_user_id(), is_member(uuid, text), article_by_link(text) TO hf_handbook_app;
GRANT SELECT ON accounts_organization TO hf_handbook_app;
GRANT SELECT, DELETE ON accounts_membership TO hf_handbook_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON kb_space, kb_attachment, kb_publiclink TO hf_handbook_app;
GRANT SELECT, DELETE, INSERT (organization_id, space_id, author_id, title, body, status),
  UPDATE (space_id, title, body, status) ON kb_article TO hf_handbook_app;
GRANT SELECT, INSERT (article_id, body) ON kb_articlerevision TO hf_handbook_app;
GRANT SELECT, DELETE, INSERT (article_id, user_id, text) ON kb_comment TO hf_handbook_app;

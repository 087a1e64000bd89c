-- Ideas on boards, who voted for them, and what came of them. Ideas are numbered within their organization.
CREATE ROLE hf_wishlist_app LOGIN;

CREATE SCHEMA auth;
GRANT USAGE ON SCHEMA auth TO hf_wishlist_app;
CREATE TABLE auth.users (id uuid PRIMARY KEY, email text NOT NULL UNIQUE);
CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT (nullif(current_setting('request.jwt.claims', true), '')::json ->> 'sub')::uuid
$$;

CREATE TABLE orgs (
  id int PRIMARY KEY,
  name text NOT NULL,
  last_idea int NOT NULL DEFAULT 0
);
CREATE TABLE org_members (
  org_id int NOT NULL REFERENCES orgs ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  role text NOT NULL DEFAULT 'member' CHECK (role IN ('admin', 'member')),
  PRIMARY KEY (org_id, user_id)
);
CREATE TABLE boards (
  org_id int NOT NULL REFERENCES orgs ON DELETE CASCADE,
  slug text NOT NULL,
  title text NOT NULL,
  is_public boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org_id, slug)
);
CREATE TABLE contacts (
  org_id int NOT NULL REFERENCES orgs ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  name text,
  company text,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, email)
);
CREATE TABLE ideas (
  org_id int NOT NULL,
  number int NOT NULL DEFAULT 0,
  board text NOT NULL,
  title text NOT NULL,
  details text NOT NULL DEFAULT '',
  status text NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'planned', 'shipped', 'declined')),
  vote_count int NOT NULL DEFAULT 0,
  PRIMARY KEY (org_id, number),
  FOREIGN KEY (org_id, board) REFERENCES boards ON DELETE CASCADE
);
CREATE TABLE votes (
  org_id int NOT NULL,
  idea int NOT NULL,
  contact_id uuid NOT NULL,
  weight int NOT NULL DEFAULT 1,
  PRIMARY KEY (org_id, idea, contact_id),
  FOREIGN KEY (org_id, idea) REFERENCES ideas ON DELETE CASCADE,
  FOREIGN KEY (org_id, contact_id) REFERENCES contacts ON DELETE CASCADE
);
CREATE TABLE idea_comments (
  org_id int NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  idea int NOT NULL,
  body text NOT NULL,
  internal boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, idea) REFERENCES ideas ON DELETE CASCADE
);
CREATE TABLE changelog_posts (
  org_id int NOT NULL REFERENCES orgs ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL,
  published_at timestamptz,
  PRIMARY KEY (org_id, id)
);
CREATE TABLE api_tokens (
  org_id int NOT NULL REFERENCES orgs ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  token_hash bytea NOT NULL,
  PRIMARY KEY (org_id, id)
);

-- Both run with the owner's rights: they look into org_members, which has a policy of its own.
CREATE FUNCTION is_member(org int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM org_members m WHERE m.org_id = org AND m.user_id = auth.uid())
$$;
CREATE FUNCTION is_admin(org int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM org_members m WHERE m.org_id = org AND m.user_id = auth.uid() AND m.role = 'admin'
  )
$$;

ALTER TABLE orgs ENABLE ROW LEVEL SECURITY;
ALTER TABLE orgs FORCE ROW LEVEL SECURITY;
ALTER TABLE org_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE org_members FORCE ROW LEVEL SECURITY;
ALTER TABLE boards ENABLE ROW LEVEL SECURITY;
ALTER TABLE boards FORCE ROW LEVEL SECURITY;
ALTER TABLE contacts ENABLE ROW LEVEL SECURITY;
ALTER TABLE contacts FORCE ROW LEVEL SECURITY;
ALTER TABLE ideas ENABLE ROW LEVEL SECURITY;
ALTER TABLE ideas FORCE ROW LEVEL SECURITY;
ALTER TABLE votes ENABLE ROW LEVEL SECURITY;
ALTER TABLE votes FORCE ROW LEVEL SECURITY;
ALTER TABLE idea_comments ENABLE ROW LEVEL SECURITY;
ALTER TABLE idea_comments FORCE ROW LEVEL SECURITY;
ALTER TABLE changelog_posts ENABLE ROW LEVEL SECURITY;
ALTER TABLE changelog_posts FORCE ROW LEVEL SECURITY;
ALTER TABLE api_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_tokens FORCE ROW LEVEL SECURITY;
CREATE POLICY orgs_read ON orgs FOR SELECT USING (is_member(id));
CREATE POLICY org_members_read ON org_members FOR SELECT USING (is_member(org_id));
CREATE POLICY org_members_remove ON org_members FOR DELETE USING (is_admin(org_id));
CREATE POLICY boards_all ON boards USING (is_member(org_id));
CREATE POLICY contacts_all ON contacts USING (is_member(org_id));
CREATE POLICY ideas_all ON ideas USING (is_member(org_id));
CREATE POLICY votes_all ON votes USING (is_member(org_id));
CREATE POLICY idea_comments_all ON idea_comments USING (is_member(org_id));
CREATE POLICY changelog_posts_all ON changelog_posts USING (is_member(org_id));
CREATE POLICY api_tokens_all ON api_tokens USING (is_admin(org_id));

-- The number comes from the organization's own counter. A stranger's insert fails and leaves the counter as
-- it was.
CREATE FUNCTION number_idea() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE orgs SET last_idea = last_idea + 1
  WHERE id = NEW.org_id RETURNING last_idea INTO NEW.number;
  RETURN NEW;
END $$;
CREATE TRIGGER number_idea BEFORE INSERT ON ideas FOR EACH ROW EXECUTE FUNCTION number_idea();

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_member(int), is_admin(int) TO hf_wishlist_app;
GRANT SELECT ON orgs TO hf_wishlist_app;
GRANT SELECT, DELETE ON org_members TO hf_wishlist_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON boards, contacts, ideas, votes, idea_comments, changelog_posts,
  api_tokens TO hf_wishlist_app;

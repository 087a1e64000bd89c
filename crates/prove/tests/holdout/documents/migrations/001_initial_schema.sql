-- A document editor in the manner of a hosted backend: JWT claims, memberships with roles, helper functions.

CREATE ROLE ho_documents_user LOGIN;
CREATE SCHEMA auth;
CREATE SCHEMA private;

CREATE TABLE auth.users (id uuid PRIMARY KEY, email text NOT NULL UNIQUE);

CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $$;

CREATE TYPE team_role AS ENUM ('viewer', 'member', 'admin');

CREATE TABLE teams (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE team_members (
  team_id uuid NOT NULL REFERENCES teams ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  role team_role NOT NULL DEFAULT 'member',
  PRIMARY KEY (team_id, user_id)
);

CREATE TABLE invitations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  team_id uuid NOT NULL REFERENCES teams ON DELETE CASCADE,
  email text NOT NULL,
  role team_role NOT NULL DEFAULT 'member',
  token_hash bytea NOT NULL,
  UNIQUE (team_id, email)
);

CREATE TABLE folders (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  team_id uuid NOT NULL REFERENCES teams ON DELETE CASCADE,
  parent_id uuid,
  name text NOT NULL,
  UNIQUE (team_id, id),
  FOREIGN KEY (team_id, parent_id) REFERENCES folders (team_id, id) ON DELETE CASCADE
);

CREATE TABLE documents (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  team_id uuid NOT NULL REFERENCES teams ON DELETE CASCADE,
  folder_id uuid,
  title text NOT NULL,
  body text NOT NULL DEFAULT '',
  is_template boolean NOT NULL DEFAULT false,
  deleted_at timestamptz,
  UNIQUE (team_id, id),
  FOREIGN KEY (team_id, folder_id) REFERENCES folders (team_id, id)
);

CREATE TABLE comments (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  team_id uuid NOT NULL,
  document_id uuid NOT NULL,
  author_id uuid NOT NULL DEFAULT auth.uid(),
  body text NOT NULL,
  FOREIGN KEY (team_id, document_id) REFERENCES documents (team_id, id) ON DELETE CASCADE
);

-- The policies of the membership table cannot read it themselves, so these run as their owner.
CREATE FUNCTION private.my_teams() RETURNS SETOF uuid LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = ''
AS $$ SELECT m.team_id FROM public.team_members m WHERE m.user_id = auth.uid() $$;

CREATE FUNCTION private.has_role(team uuid, lowest public.team_role) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT FROM public.team_members m
                 WHERE m.team_id = team AND m.user_id = auth.uid() AND m.role >= lowest)
$$;

ALTER TABLE teams ENABLE ROW LEVEL SECURITY;
ALTER TABLE team_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE folders ENABLE ROW LEVEL SECURITY;
ALTER TABLE documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE comments ENABLE ROW LEVEL SECURITY;

CREATE POLICY "members see their teams" ON teams FOR SELECT USING (id IN (SELECT private.my_teams()));
CREATE POLICY "admins rename" ON teams FOR UPDATE USING (private.has_role(id, 'admin'));
CREATE POLICY "members see members" ON team_members FOR SELECT USING (team_id IN (SELECT private.my_teams()));
CREATE POLICY "admins remove" ON team_members FOR DELETE USING (private.has_role(team_id, 'admin'));
CREATE POLICY "admins invite" ON invitations
  USING (private.has_role(team_id, 'admin')) WITH CHECK (private.has_role(team_id, 'admin'));
CREATE POLICY "read folders" ON folders FOR SELECT USING (team_id IN (SELECT private.my_teams()));
CREATE POLICY "write folders" ON folders FOR INSERT WITH CHECK (private.has_role(team_id, 'member'));
CREATE POLICY "change folders" ON folders FOR UPDATE USING (private.has_role(team_id, 'member'));
CREATE POLICY "delete folders" ON folders FOR DELETE USING (private.has_role(team_id, 'admin'));
CREATE POLICY "read documents" ON documents FOR SELECT USING (team_id IN (SELECT private.my_teams()));
CREATE POLICY "write documents" ON documents FOR INSERT WITH CHECK (private.has_role(team_id, 'member'));
CREATE POLICY "change documents" ON documents FOR UPDATE USING (private.has_role(team_id, 'member'));
CREATE POLICY "delete documents" ON documents FOR DELETE USING (private.has_role(team_id, 'admin'));
CREATE POLICY "read comments" ON comments FOR SELECT USING (team_id IN (SELECT private.my_teams()));
CREATE POLICY "comment" ON comments FOR INSERT
  WITH CHECK (author_id = auth.uid() AND team_id IN (SELECT private.my_teams()));
CREATE POLICY "own comments" ON comments FOR DELETE
  USING (author_id = auth.uid() AND team_id IN (SELECT private.my_teams()));

GRANT USAGE ON SCHEMA auth, private TO ho_documents_user;
GRANT SELECT ON teams, team_members TO ho_documents_user;
GRANT UPDATE (name) ON teams TO ho_documents_user;
GRANT DELETE ON team_members TO ho_documents_user;
GRANT SELECT, INSERT, UPDATE, DELETE ON invitations, folders, documents TO ho_documents_user;
GRANT SELECT, INSERT, DELETE ON comments TO ho_documents_user;

-- Making a team makes its maker the administrator.
CREATE FUNCTION create_team(team_name text) RETURNS uuid LANGUAGE plpgsql
SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  made uuid;
BEGIN
  IF auth.uid() IS NULL THEN
    RAISE EXCEPTION 'log in first';
  END IF;
  INSERT INTO public.teams (name) VALUES (team_name) RETURNING id INTO made;
  INSERT INTO public.team_members VALUES (made, auth.uid(), 'admin');
  RETURN made;
END $$;

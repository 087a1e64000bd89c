-- Whiteboards: workspaces, members, boards and what is drawn on them.
CREATE ROLE hf_whiteboards_app LOGIN;

CREATE SCHEMA auth;
CREATE TABLE auth.users (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text NOT NULL UNIQUE
);
CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$$;

CREATE TABLE workspaces (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  plan text NOT NULL DEFAULT 'free'
);
CREATE TABLE workspace_members (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  role text NOT NULL DEFAULT 'editor' CHECK (role IN ('owner', 'editor', 'viewer')),
  joined_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, user_id)
);
CREATE TABLE boards (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL,
  visibility text NOT NULL DEFAULT 'workspace' CHECK (visibility IN ('workspace', 'link')),
  created_by uuid,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id)
);
CREATE TABLE board_elements (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  board_id uuid NOT NULL,
  kind text NOT NULL,
  props jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, board_id) REFERENCES boards ON DELETE CASCADE
);
CREATE TABLE comments (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  board_id uuid NOT NULL,
  author_id uuid NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, board_id) REFERENCES boards ON DELETE CASCADE
);
CREATE TABLE attachments (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  board_id uuid NOT NULL,
  file_name text NOT NULL,
  storage_path text NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, board_id) REFERENCES boards ON DELETE CASCADE
);
CREATE TABLE share_links (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  board_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, board_id) REFERENCES boards ON DELETE CASCADE
);
CREATE INDEX share_links_token_idx ON share_links (token_hash);
CREATE TABLE workspace_invites (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  role text NOT NULL DEFAULT 'editor' CHECK (role IN ('editor', 'viewer')),
  token_hash bytea NOT NULL,
  accepted_at timestamptz,
  PRIMARY KEY (workspace_id, id)
);
CREATE TABLE activity (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  actor_id uuid,
  summary text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id)
);

-- The caller's own role, asked with the owner's rights so that the policies do not recurse.
CREATE FUNCTION my_role(ws uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT m.role FROM workspace_members m WHERE m.workspace_id = ws AND m.user_id = auth.uid()
$$;

ALTER TABLE workspaces ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspaces FORCE ROW LEVEL SECURITY;
ALTER TABLE workspace_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspace_members FORCE ROW LEVEL SECURITY;
ALTER TABLE boards ENABLE ROW LEVEL SECURITY;
ALTER TABLE boards FORCE ROW LEVEL SECURITY;
ALTER TABLE board_elements ENABLE ROW LEVEL SECURITY;
ALTER TABLE board_elements FORCE ROW LEVEL SECURITY;
ALTER TABLE comments ENABLE ROW LEVEL SECURITY;
ALTER TABLE comments FORCE ROW LEVEL SECURITY;
ALTER TABLE attachments ENABLE ROW LEVEL SECURITY;
ALTER TABLE attachments FORCE ROW LEVEL SECURITY;
ALTER TABLE share_links ENABLE ROW LEVEL SECURITY;
ALTER TABLE share_links FORCE ROW LEVEL SECURITY;
ALTER TABLE workspace_invites ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspace_invites FORCE ROW LEVEL SECURITY;
ALTER TABLE activity ENABLE ROW LEVEL SECURITY;
ALTER TABLE activity FORCE ROW LEVEL SECURITY;
CREATE POLICY "members see" ON workspaces FOR SELECT USING (my_role(id) IS NOT NULL);
CREATE POLICY "owners rename" ON workspaces FOR UPDATE USING (my_role(id) = 'owner');
CREATE POLICY "members see" ON workspace_members FOR SELECT USING (my_role(workspace_id) IS NOT NULL);
CREATE POLICY "owners set roles" ON workspace_members FOR UPDATE USING (my_role(workspace_id) = 'owner');
CREATE POLICY "owners remove" ON workspace_members FOR DELETE USING (my_role(workspace_id) = 'owner');
CREATE POLICY "members see" ON boards FOR SELECT USING (my_role(workspace_id) IS NOT NULL);
CREATE POLICY "editors write" ON boards USING (my_role(workspace_id) IN ('owner', 'editor'));
CREATE POLICY "members see" ON board_elements FOR SELECT USING (my_role(workspace_id) IS NOT NULL);
CREATE POLICY "editors write" ON board_elements USING (my_role(workspace_id) IN ('owner', 'editor'));
CREATE POLICY "members see" ON comments FOR SELECT USING (my_role(workspace_id) IS NOT NULL);
CREATE POLICY "authors write" ON comments
  USING (my_role(workspace_id) IS NOT NULL AND author_id = auth.uid());
CREATE POLICY "members see" ON attachments FOR SELECT USING (my_role(workspace_id) IS NOT NULL);
CREATE POLICY "editors write" ON attachments USING (my_role(workspace_id) IN ('owner', 'editor'));
CREATE POLICY "editors share" ON share_links USING (my_role(workspace_id) IN ('owner', 'editor'));
CREATE POLICY "owners invite" ON workspace_invites USING (my_role(workspace_id) = 'owner');
CREATE POLICY "members see" ON activity FOR SELECT USING (my_role(workspace_id) IS NOT NULL);

CREATE FUNCTION log_board() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO activity (workspace_id, actor_id, summary)
  VALUES (NEW.workspace_id, auth.uid(), lower(TG_OP) || ' board ' || NEW.title);
  RETURN NULL;
END $$;
CREATE TRIGGER log_board AFTER INSERT OR UPDATE ON boards FOR EACH ROW EXECUTE FUNCTION log_board();

-- A new workspace belongs to whoever makes it; an invitation needs its secret token.
CREATE FUNCTION create_workspace(p_name text) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE ws uuid;
BEGIN
  IF auth.uid() IS NULL THEN RAISE EXCEPTION 'sign in first'; END IF;
  INSERT INTO workspaces (name) VALUES (p_name) RETURNING id INTO ws;
  INSERT INTO workspace_members (workspace_id, user_id, role) VALUES (ws, auth.uid(), 'owner');
  RETURN ws;
END $$;
CREATE FUNCTION accept_invite(p_token text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE i workspace_invites;
BEGIN
  UPDATE workspace_invites SET accepted_at = now()
  WHERE token_hash = sha256(p_token::bytea) AND accepted_at IS NULL
    AND email = (SELECT u.email FROM auth.users u WHERE u.id = auth.uid())
  RETURNING * INTO i;
  IF FOUND THEN
    INSERT INTO workspace_members (workspace_id, user_id, role)
    VALUES (i.workspace_id, auth.uid(), i.role) ON CONFLICT DO NOTHING;
  END IF;
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA auth TO hf_whiteboards_app;
GRANT EXECUTE ON FUNCTION my_role(uuid), create_workspace(text), accept_invite(text) TO hf_whiteboards_app;
GRANT SELECT, UPDATE (name) ON workspaces TO hf_whiteboards_app;
GRANT SELECT, UPDATE (role), DELETE ON workspace_members TO hf_whiteboards_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON boards, board_elements, comments, attachments, share_links,
  workspace_invites TO hf_whiteboards_app;
GRANT SELECT ON activity TO hf_whiteboards_app;

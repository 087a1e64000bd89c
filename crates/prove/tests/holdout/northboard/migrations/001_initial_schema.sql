-- Roadmap boards for people who belong to several workspaces.
CREATE ROLE hf_northboard_app LOGIN;
CREATE SCHEMA board;
GRANT USAGE ON SCHEMA board TO hf_northboard_app;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE board.users (
  id uuid PRIMARY KEY,
  name text NOT NULL
);
CREATE TABLE board.workspaces (
  id uuid PRIMARY KEY,
  title text NOT NULL
);
CREATE TABLE board.members (
  workspace_id uuid NOT NULL REFERENCES board.workspaces (id),
  user_id uuid NOT NULL REFERENCES board.users (id),
  role text NOT NULL DEFAULT 'member' CHECK (role IN ('member', 'admin')),
  weekly_mail boolean NOT NULL DEFAULT true,
  PRIMARY KEY (workspace_id, user_id)
);
CREATE TABLE board.boards (
  workspace_id uuid NOT NULL REFERENCES board.workspaces (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE TABLE board.items (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  board_id uuid NOT NULL,
  title text NOT NULL,
  status text NOT NULL DEFAULT 'idea',
  deleted_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, board_id) REFERENCES board.boards (workspace_id, id) ON DELETE CASCADE
);
CREATE TABLE board.votes (
  workspace_id uuid NOT NULL,
  item_id uuid NOT NULL,
  user_id uuid NOT NULL,
  PRIMARY KEY (workspace_id, item_id, user_id),
  FOREIGN KEY (workspace_id, item_id) REFERENCES board.items (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, user_id) REFERENCES board.members (workspace_id, user_id) ON DELETE CASCADE
);
CREATE TABLE board.comments (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  item_id uuid NOT NULL,
  author_id uuid NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, item_id) REFERENCES board.items (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, author_id) REFERENCES board.members (workspace_id, user_id) ON DELETE CASCADE
);
-- What people are told; without a recipient it is for the whole workspace.
CREATE TABLE board.notices (
  workspace_id uuid NOT NULL REFERENCES board.workspaces (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  recipient_id uuid,
  body text NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, recipient_id) REFERENCES board.members (workspace_id, user_id) ON DELETE CASCADE
);

CREATE FUNCTION board.me() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('board.user_id', true), '')::uuid $$;
CREATE FUNCTION board.is_member(p_workspace uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM board.members WHERE workspace_id = p_workspace AND user_id = board.me())
$$;
CREATE FUNCTION board.is_admin(p_workspace uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM board.members
    WHERE workspace_id = p_workspace AND user_id = board.me() AND role = 'admin')
$$;
GRANT EXECUTE ON FUNCTION board.me(), board.is_member(uuid), board.is_admin(uuid) TO hf_northboard_app;

-- Users, workspaces and members are written by the sign-up service.
GRANT SELECT ON board.users, board.workspaces, board.members TO hf_northboard_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON board.boards, board.items, board.votes, board.comments, board.notices
  TO hf_northboard_app;

ALTER TABLE board.users ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY users_read ON board.users FOR SELECT
  USING (id = board.me() OR EXISTS (
    SELECT 1 FROM board.members m WHERE m.user_id = users.id AND board.is_member(m.workspace_id)));
ALTER TABLE board.workspaces ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY workspaces_read ON board.workspaces FOR SELECT USING (board.is_member(id));
ALTER TABLE board.members ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY members_read ON board.members FOR SELECT USING (board.is_member(workspace_id));
ALTER TABLE board.boards ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY boards_all ON board.boards USING (board.is_member(workspace_id));
ALTER TABLE board.items ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY items_all ON board.items USING (board.is_member(workspace_id));
ALTER TABLE board.votes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY votes_read ON board.votes FOR SELECT USING (board.is_member(workspace_id));
CREATE POLICY votes_own ON board.votes
  USING (user_id = board.me() AND board.is_member(workspace_id));
ALTER TABLE board.comments ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY comments_all ON board.comments USING (board.is_member(workspace_id));
ALTER TABLE board.notices ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY notices_read ON board.notices FOR SELECT
  USING (board.is_member(workspace_id) AND (recipient_id = board.me() OR recipient_id IS NULL));
CREATE POLICY notices_admin ON board.notices USING (board.is_admin(workspace_id));

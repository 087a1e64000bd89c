-- Notes: workspaces, their members, folders, notes and what hangs on a note.
CREATE ROLE hf_notes_app LOGIN;
CREATE SCHEMA auth;

-- Accounts belong to the platform; the application cannot read them.
CREATE TABLE auth.users (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text NOT NULL UNIQUE
);

CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$$;
GRANT USAGE ON SCHEMA auth TO hf_notes_app;

CREATE TABLE workspaces (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  plan text NOT NULL DEFAULT 'free'
);

CREATE TABLE members (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  role text NOT NULL DEFAULT 'member' CHECK (role IN ('owner', 'member', 'guest')),
  PRIMARY KEY (workspace_id, user_id)
);

CREATE TABLE invitations (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  role text NOT NULL DEFAULT 'member' CHECK (role IN ('member', 'guest')),
  PRIMARY KEY (workspace_id, id)
);

CREATE TABLE folders (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  PRIMARY KEY (workspace_id, id)
);

CREATE TABLE notes (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  folder_id uuid,
  slug text NOT NULL,
  title text NOT NULL,
  body text NOT NULL DEFAULT '',
  is_public boolean NOT NULL DEFAULT false,
  search tsvector GENERATED ALWAYS AS (to_tsvector('simple', title || ' ' || body)) STORED,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, slug),
  FOREIGN KEY (workspace_id, folder_id) REFERENCES folders ON DELETE SET NULL (folder_id)
);

CREATE TABLE note_versions (
  workspace_id uuid NOT NULL,
  note_id uuid NOT NULL,
  version integer NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (workspace_id, note_id, version),
  FOREIGN KEY (workspace_id, note_id) REFERENCES notes ON DELETE CASCADE
);

CREATE TABLE comments (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  note_id uuid NOT NULL,
  author_id uuid NOT NULL DEFAULT auth.uid(),
  body text NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, note_id) REFERENCES notes ON DELETE CASCADE
);

CREATE TABLE share_links (
  workspace_id uuid NOT NULL,
  token text NOT NULL,
  note_id uuid NOT NULL,
  expires_at timestamptz,
  PRIMARY KEY (workspace_id, token),
  FOREIGN KEY (workspace_id, note_id) REFERENCES notes ON DELETE CASCADE
);

-- A definer, so that the policy of members can ask about members.
CREATE FUNCTION is_member(ws uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM members m WHERE m.workspace_id = ws AND m.user_id = auth.uid())
$$;
REVOKE EXECUTE ON FUNCTION is_member(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_member(uuid) TO hf_notes_app;

-- Every change of a body leaves the old one as a version. It runs with the rights of the writer.
CREATE FUNCTION keep_version() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.body IS DISTINCT FROM OLD.body THEN
    INSERT INTO note_versions (workspace_id, note_id, version, body)
    SELECT OLD.workspace_id, OLD.id, coalesce(max(v.version), 0) + 1, OLD.body
    FROM note_versions v WHERE v.workspace_id = OLD.workspace_id AND v.note_id = OLD.id;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER notes_keep_version AFTER UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION keep_version();

ALTER TABLE workspaces ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspaces FORCE ROW LEVEL SECURITY;
CREATE POLICY "Members read their workspaces" ON workspaces FOR SELECT USING (is_member(id));
ALTER TABLE members ENABLE ROW LEVEL SECURITY;
ALTER TABLE members FORCE ROW LEVEL SECURITY;
CREATE POLICY "Members read their colleagues" ON members FOR SELECT USING (is_member(workspace_id));
GRANT SELECT ON workspaces, members TO hf_notes_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['invitations', 'folders', 'notes', 'note_versions', 'comments', 'share_links'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (is_member(workspace_id))', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (is_member(workspace_id))', t || '_add', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (is_member(workspace_id))
      WITH CHECK (is_member(workspace_id))', t || '_edit', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE USING (is_member(workspace_id))', t || '_remove', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_notes_app', t);
  END LOOP;
END
$$;
REVOKE UPDATE, DELETE ON note_versions FROM hf_notes_app;

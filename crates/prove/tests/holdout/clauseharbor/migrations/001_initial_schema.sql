-- Contracts, their versions and the changes that both sides propose. Members are written by the back office
-- only.
CREATE ROLE hf_clauseharbor_app LOGIN;
CREATE SCHEMA red;
GRANT USAGE ON SCHEMA red TO hf_clauseharbor_app;

CREATE TABLE red.workspaces (
  id uuid PRIMARY KEY,
  title text NOT NULL
);

CREATE TABLE red.members (
  workspace_id uuid NOT NULL REFERENCES red.workspaces (id),
  user_id uuid NOT NULL,
  handle text NOT NULL,
  role text NOT NULL DEFAULT 'editor',
  PRIMARY KEY (workspace_id, user_id),
  UNIQUE (workspace_id, handle)
);

CREATE FUNCTION red.uid() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $$;

-- With the owner's rights, so that the policy of the members may use it without going round in a circle.
CREATE FUNCTION red.my_workspaces() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = red, pg_temp
  AS $$ SELECT workspace_id FROM red.members WHERE user_id = red.uid() $$;
REVOKE ALL ON FUNCTION red.my_workspaces() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION red.my_workspaces() TO hf_clauseharbor_app;

CREATE TABLE red.documents (
  workspace_id uuid NOT NULL REFERENCES red.workspaces (id),
  slug text NOT NULL,
  title text NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (workspace_id, slug)
);

CREATE TABLE red.versions (
  workspace_id uuid NOT NULL,
  document_slug text NOT NULL,
  number integer NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (workspace_id, document_slug, number),
  FOREIGN KEY (workspace_id, document_slug) REFERENCES red.documents (workspace_id, slug) ON DELETE CASCADE
);

CREATE TABLE red.redlines (
  workspace_id uuid NOT NULL,
  document_slug text NOT NULL,
  position integer NOT NULL,
  proposed text NOT NULL,
  state text NOT NULL DEFAULT 'open',
  PRIMARY KEY (workspace_id, document_slug, position),
  FOREIGN KEY (workspace_id, document_slug) REFERENCES red.documents (workspace_id, slug) ON DELETE CASCADE
);

CREATE TABLE red.comments (
  workspace_id uuid NOT NULL REFERENCES red.workspaces (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  author_id uuid NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (workspace_id, id)
);

CREATE TABLE red.templates (
  workspace_id uuid NOT NULL REFERENCES red.workspaces (id),
  name text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (workspace_id, name)
);

CREATE TABLE red.share_links (
  workspace_id uuid NOT NULL REFERENCES red.workspaces (id),
  token text NOT NULL,
  document_slug text NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (workspace_id, token)
);

CREATE TABLE red.notifications (
  workspace_id uuid NOT NULL REFERENCES red.workspaces (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  recipient_id uuid NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (workspace_id, id)
);

ALTER TABLE red.workspaces ENABLE ROW LEVEL SECURITY;
ALTER TABLE red.workspaces FORCE ROW LEVEL SECURITY;
CREATE POLICY workspaces_read ON red.workspaces FOR SELECT USING (id IN (SELECT red.my_workspaces()));

ALTER TABLE red.members ENABLE ROW LEVEL SECURITY;
ALTER TABLE red.members FORCE ROW LEVEL SECURITY;
CREATE POLICY members_read ON red.members FOR SELECT USING (workspace_id IN (SELECT red.my_workspaces()));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['documents', 'versions', 'redlines', 'comments', 'templates', 'share_links',
    'notifications'] LOOP
    EXECUTE format('ALTER TABLE red.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE red.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON red.%I USING (workspace_id IN (SELECT red.my_workspaces()))
      WITH CHECK (workspace_id IN (SELECT red.my_workspaces()))', t || '_members', t);
  END LOOP;
END $$;

GRANT SELECT ON red.workspaces, red.members TO hf_clauseharbor_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON red.documents, red.versions, red.redlines, red.comments,
  red.templates, red.share_links, red.notifications TO hf_clauseharbor_app;

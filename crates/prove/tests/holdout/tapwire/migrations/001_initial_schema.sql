-- Workspaces and what they send. The worker's role has no right on any table.
CREATE ROLE hf_tapwire_app LOGIN;
CREATE ROLE hf_tapwire_worker NOLOGIN;

CREATE TABLE workspaces (
  id uuid PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE workspace_members (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  user_id text NOT NULL,
  email text NOT NULL,
  digest boolean NOT NULL DEFAULT true,
  PRIMARY KEY (workspace_id, user_id)
);

CREATE TABLE apps (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id integer NOT NULL,
  bundle text NOT NULL,
  PRIMARY KEY (workspace_id, id)
);

CREATE TABLE devices (
  workspace_id uuid NOT NULL,
  app_id integer NOT NULL,
  token text NOT NULL,
  alias text,
  tags text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (workspace_id, token),
  FOREIGN KEY (workspace_id, app_id) REFERENCES apps (workspace_id, id) ON DELETE CASCADE
);

CREATE TABLE segments (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id integer NOT NULL,
  label text NOT NULL,
  tags text[] NOT NULL,
  PRIMARY KEY (workspace_id, id)
);

CREATE TABLE templates (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id integer NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (workspace_id, id)
);

CREATE TABLE campaigns (
  workspace_id uuid NOT NULL,
  id integer NOT NULL,
  template_id integer NOT NULL,
  name text NOT NULL,
  send_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, template_id) REFERENCES templates (workspace_id, id)
);

CREATE TABLE deliveries (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  campaign_id integer NOT NULL,
  token text NOT NULL,
  payload jsonb NOT NULL,
  status text NOT NULL DEFAULT 'queued',
  created_on date NOT NULL DEFAULT current_date,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns (workspace_id, id) ON DELETE CASCADE
);

CREATE TABLE api_keys (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id integer NOT NULL,
  label text NOT NULL,
  key_hash text NOT NULL,
  PRIMARY KEY (workspace_id, id)
);

CREATE FUNCTION auth_user() RETURNS text
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('request.jwt.claims', true), '')::json ->> 'sub' $$;

CREATE FUNCTION member_of(p_workspace uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT EXISTS (SELECT FROM workspace_members m
                 WHERE m.workspace_id = p_workspace AND m.user_id = auth_user())
$$;
REVOKE ALL ON FUNCTION auth_user(), member_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth_user(), member_of(uuid) TO hf_tapwire_app;

ALTER TABLE workspaces ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspaces FORCE ROW LEVEL SECURITY;
CREATE POLICY member_select ON workspaces FOR SELECT TO hf_tapwire_app USING (member_of(id));
ALTER TABLE workspace_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspace_members FORCE ROW LEVEL SECURITY;
CREATE POLICY member_select ON workspace_members FOR SELECT TO hf_tapwire_app USING (member_of(workspace_id));
GRANT SELECT ON workspaces, workspace_members TO hf_tapwire_app;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['apps', 'devices', 'segments', 'templates', 'campaigns', 'deliveries', 'api_keys']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY member_select ON %I FOR SELECT TO hf_tapwire_app'
                   ' USING (member_of(workspace_id))', t);
    EXECUTE format('CREATE POLICY member_insert ON %I FOR INSERT TO hf_tapwire_app'
                   ' WITH CHECK (member_of(workspace_id))', t);
    EXECUTE format('CREATE POLICY member_update ON %I FOR UPDATE TO hf_tapwire_app'
                   ' USING (member_of(workspace_id)) WITH CHECK (member_of(workspace_id))', t);
    EXECUTE format('CREATE POLICY member_delete ON %I FOR DELETE TO hf_tapwire_app'
                   ' USING (member_of(workspace_id))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_tapwire_app', t);
  END LOOP;
END $$;

CREATE ROLE hf_personas_app LOGIN;
CREATE ROLE hf_personas_worker NOLOGIN;
CREATE SCHEMA cdp;

CREATE FUNCTION cdp.ws() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('cdp.workspace', true), '')::uuid $$;
REVOKE EXECUTE ON FUNCTION cdp.ws() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cdp.ws() TO hf_personas_app, hf_personas_worker;

CREATE TABLE cdp.workspaces (
  id uuid PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE cdp.sources (
  workspace_id uuid NOT NULL REFERENCES cdp.workspaces (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  label text NOT NULL,
  write_key text NOT NULL,
  PRIMARY KEY (workspace_id, id)
);

CREATE TABLE cdp.profiles (
  workspace_id uuid NOT NULL REFERENCES cdp.workspaces (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  full_name text,
  traits jsonb NOT NULL DEFAULT '{}',
  seen_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id)
);

-- The ways a person is known: e-mail, device, customer number.
CREATE TABLE cdp.identifiers (
  workspace_id uuid NOT NULL,
  kind text NOT NULL,
  value text NOT NULL,
  profile_id uuid NOT NULL,
  PRIMARY KEY (workspace_id, kind, value),
  FOREIGN KEY (workspace_id, profile_id) REFERENCES cdp.profiles (workspace_id, id) ON DELETE CASCADE
);

CREATE TABLE cdp.events (
  workspace_id uuid NOT NULL REFERENCES cdp.workspaces (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  body jsonb NOT NULL DEFAULT '{}',
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id, received_at)
) PARTITION BY RANGE (received_at);
CREATE TABLE cdp.events_2026_q1 PARTITION OF cdp.events
  FOR VALUES FROM ('2026-01-01 00:00+00') TO ('2026-04-01 00:00+00');
CREATE TABLE cdp.events_rest PARTITION OF cdp.events DEFAULT;

CREATE TABLE cdp.segments (
  workspace_id uuid NOT NULL REFERENCES cdp.workspaces (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL,
  rule jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (workspace_id, id)
);

CREATE TABLE cdp.segment_members (
  workspace_id uuid NOT NULL,
  segment_id uuid NOT NULL,
  profile_id uuid NOT NULL,
  PRIMARY KEY (workspace_id, segment_id, profile_id),
  FOREIGN KEY (workspace_id, segment_id) REFERENCES cdp.segments (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, profile_id) REFERENCES cdp.profiles (workspace_id, id) ON DELETE CASCADE
);

CREATE TABLE cdp.consents (
  workspace_id uuid NOT NULL REFERENCES cdp.workspaces (id),
  email text NOT NULL,
  state text NOT NULL CHECK (state IN ('in', 'out')),
  reason text,
  PRIMARY KEY (workspace_id, email)
);

CREATE TABLE cdp.imports (
  workspace_id uuid NOT NULL REFERENCES cdp.workspaces (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  file_name text NOT NULL,
  payload jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (workspace_id, id)
);

CREATE TABLE cdp.jobs (
  workspace_id uuid NOT NULL REFERENCES cdp.workspaces (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  args jsonb NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'queued',
  PRIMARY KEY (workspace_id, id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['sources', 'profiles', 'identifiers', 'events', 'events_2026_q1', 'events_rest',
    'segments', 'segment_members', 'consents', 'imports', 'jobs'] LOOP
    EXECUTE format('ALTER TABLE cdp.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE cdp.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON cdp.%I USING (workspace_id = cdp.ws())
      WITH CHECK (workspace_id = cdp.ws())', t || '_own', t);
  END LOOP;
END $$;
ALTER TABLE cdp.workspaces ENABLE ROW LEVEL SECURITY;
ALTER TABLE cdp.workspaces FORCE ROW LEVEL SECURITY;
CREATE POLICY workspaces_own ON cdp.workspaces FOR SELECT USING (id = cdp.ws());

CREATE VIEW cdp.profile_overview WITH (security_invoker = true) AS
  SELECT p.workspace_id, p.id, p.full_name, i.value AS email
  FROM cdp.profiles p
  LEFT JOIN cdp.identifiers i
    ON i.workspace_id = p.workspace_id AND i.profile_id = p.id AND i.kind = 'email';

GRANT USAGE ON SCHEMA cdp TO hf_personas_app, hf_personas_worker;
GRANT SELECT ON cdp.workspaces, cdp.profile_overview TO hf_personas_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON cdp.sources, cdp.profiles, cdp.identifiers, cdp.events, cdp.segments,
  cdp.segment_members, cdp.consents, cdp.imports, cdp.jobs TO hf_personas_app;

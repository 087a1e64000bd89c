-- Teams, their assistants, documents cut in chunks, conversations, messages, tools and usage.
CREATE ROLE hf_assistants_app LOGIN;
CREATE SCHEMA auth;
CREATE SCHEMA app;
CREATE SCHEMA private;
GRANT USAGE ON SCHEMA auth, app, private TO hf_assistants_app;

CREATE TABLE auth.users (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), email text NOT NULL UNIQUE);

CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$$;

CREATE TABLE app.models (name text PRIMARY KEY, price_per_1k numeric NOT NULL);
INSERT INTO app.models VALUES ('small', 0.1), ('large', 1.0);

CREATE TABLE app.teams (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  monthly_budget numeric NOT NULL DEFAULT 100
);

CREATE TABLE app.team_members (
  team_id uuid NOT NULL REFERENCES app.teams ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  role text NOT NULL DEFAULT 'member' CHECK (role IN ('admin', 'member')),
  PRIMARY KEY (team_id, user_id)
);

CREATE TABLE app.assistants (
  team_id uuid NOT NULL REFERENCES app.teams ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  instructions text NOT NULL DEFAULT '',
  model text NOT NULL DEFAULT 'small' REFERENCES app.models,
  PRIMARY KEY (team_id, id)
);

CREATE TABLE app.documents (
  team_id uuid NOT NULL REFERENCES app.teams ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL,
  checksum text NOT NULL,
  PRIMARY KEY (team_id, id),
  UNIQUE (team_id, checksum)
);

CREATE TABLE app.chunks (
  team_id uuid NOT NULL,
  document_id uuid NOT NULL,
  position integer NOT NULL,
  content text NOT NULL,
  embedding double precision[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (team_id, document_id, position),
  FOREIGN KEY (team_id, document_id) REFERENCES app.documents ON DELETE CASCADE
);

CREATE TABLE app.conversations (
  team_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  assistant_id uuid NOT NULL,
  user_id uuid NOT NULL DEFAULT auth.uid(),
  title text,
  PRIMARY KEY (team_id, id),
  FOREIGN KEY (team_id, assistant_id) REFERENCES app.assistants ON DELETE CASCADE
);

CREATE TABLE app.messages (
  team_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  conversation_id uuid NOT NULL,
  author text NOT NULL CHECK (author IN ('user', 'assistant', 'tool')),
  content text NOT NULL,
  PRIMARY KEY (team_id, id),
  FOREIGN KEY (team_id, conversation_id) REFERENCES app.conversations ON DELETE CASCADE
);

CREATE TABLE app.tool_credentials (
  team_id uuid NOT NULL REFERENCES app.teams ON DELETE CASCADE,
  tool text NOT NULL,
  secret text NOT NULL,
  PRIMARY KEY (team_id, tool)
);

CREATE TABLE app.usage (
  team_id uuid NOT NULL REFERENCES app.teams ON DELETE CASCADE,
  day date NOT NULL DEFAULT current_date,
  tokens bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (team_id, day)
);

-- The teams of the caller. A definer, or the rule of team_members would call itself.
CREATE FUNCTION private.my_teams() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT m.team_id FROM app.team_members m WHERE m.user_id = auth.uid()
$$;
REVOKE EXECUTE ON FUNCTION private.my_teams() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION private.my_teams() TO hf_assistants_app;

-- Adds tokens to the usage of one of the caller's teams. The table itself is read only.
CREATE FUNCTION app.record_usage(team uuid, n integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF team IS NULL OR n < 0 OR NOT team IN (SELECT private.my_teams()) THEN
    RAISE EXCEPTION 'not allowed';
  END IF;
  INSERT INTO app.usage AS u (team_id, tokens) VALUES (team, n)
  ON CONFLICT (team_id, day) DO UPDATE SET tokens = u.tokens + n;
END
$$;
REVOKE EXECUTE ON FUNCTION app.record_usage(uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.record_usage(uuid, integer) TO hf_assistants_app;

ALTER TABLE app.teams ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.teams FORCE ROW LEVEL SECURITY;
CREATE POLICY teams_read ON app.teams FOR SELECT USING (id IN (SELECT private.my_teams()));
ALTER TABLE app.team_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.team_members FORCE ROW LEVEL SECURITY;
CREATE POLICY team_members_read ON app.team_members FOR SELECT USING (team_id IN (SELECT private.my_teams()));
ALTER TABLE app.usage ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.usage FORCE ROW LEVEL SECURITY;
CREATE POLICY usage_read ON app.usage FOR SELECT USING (team_id IN (SELECT private.my_teams()));
GRANT SELECT ON app.models, app.teams, app.team_members, app.usage TO hf_assistants_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['assistants', 'documents', 'chunks', 'conversations', 'messages',
      'tool_credentials'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY team_all ON app.%I USING (team_id IN (SELECT private.my_teams()))
      WITH CHECK (team_id IN (SELECT private.my_teams()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON app.%I TO hf_assistants_app', t);
  END LOOP;
END
$$;

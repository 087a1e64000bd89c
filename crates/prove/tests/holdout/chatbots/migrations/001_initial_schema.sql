-- Accounts, staff, bots, intents with training phrases, visitors, sessions, turns, handovers, labels.
CREATE ROLE hf_chatbots_app LOGIN;
CREATE ROLE hf_chatbots_visitor LOGIN;
CREATE SCHEMA auth;
CREATE SCHEMA bots;
CREATE SCHEMA api;
GRANT USAGE ON SCHEMA auth, bots, api TO hf_chatbots_app;
GRANT USAGE ON SCHEMA api TO hf_chatbots_visitor;
-- Functions are for nobody until they are granted.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE auth.users (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), email text NOT NULL UNIQUE);
CREATE FUNCTION auth.jwt() RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('request.jwt.claims', true), '')::jsonb, '{}')
$$;
CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT (auth.jwt() ->> 'sub')::uuid
$$;
GRANT EXECUTE ON FUNCTION auth.jwt(), auth.uid() TO hf_chatbots_app;

CREATE TABLE bots.accounts (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  company text NOT NULL
);

CREATE TABLE bots.staff (
  account_id uuid NOT NULL REFERENCES bots.accounts ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  role text NOT NULL DEFAULT 'agent' CHECK (role IN ('admin', 'agent')),
  active boolean NOT NULL DEFAULT true,
  PRIMARY KEY (account_id, user_id)
);

CREATE TABLE bots.bots (
  account_id uuid NOT NULL REFERENCES bots.accounts ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  greeting text NOT NULL DEFAULT 'Hello',
  widget_key uuid NOT NULL DEFAULT gen_random_uuid(),
  PRIMARY KEY (account_id, id)
);

CREATE TABLE bots.intents (
  account_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  bot_id uuid NOT NULL,
  name text NOT NULL,
  phrases text[] NOT NULL DEFAULT '{}',
  reply text NOT NULL DEFAULT '',
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, bot_id, name),
  FOREIGN KEY (account_id, bot_id) REFERENCES bots.bots ON DELETE CASCADE
);

CREATE TABLE bots.sessions (
  account_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  bot_id uuid NOT NULL,
  visitor_email text,
  assigned_to uuid,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, bot_id) REFERENCES bots.bots ON DELETE CASCADE,
  FOREIGN KEY (account_id, assigned_to) REFERENCES bots.staff ON DELETE SET NULL (assigned_to)
);

CREATE TABLE bots.turns (
  account_id uuid NOT NULL,
  session_id uuid NOT NULL,
  n integer NOT NULL,
  speaker text NOT NULL CHECK (speaker IN ('visitor', 'bot', 'agent')),
  body text NOT NULL,
  PRIMARY KEY (account_id, session_id, n),
  FOREIGN KEY (account_id, session_id) REFERENCES bots.sessions ON DELETE CASCADE
);

CREATE TABLE bots.labels (
  account_id uuid NOT NULL REFERENCES bots.accounts ON DELETE CASCADE,
  name text NOT NULL,
  PRIMARY KEY (account_id, name)
);

CREATE TABLE bots.exports (
  account_id uuid NOT NULL REFERENCES bots.accounts ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  requested_by uuid NOT NULL DEFAULT auth.uid(),
  url text,
  PRIMARY KEY (account_id, id)
);

CREATE FUNCTION bots.works_at(account uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = bots, pg_temp AS $$
  SELECT EXISTS (SELECT FROM staff s WHERE s.account_id = account AND s.user_id = auth.uid() AND s.active)
$$;
GRANT EXECUTE ON FUNCTION bots.works_at(uuid) TO hf_chatbots_app;

ALTER TABLE bots.accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE bots.accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_read ON bots.accounts FOR SELECT TO hf_chatbots_app USING (bots.works_at(id));
ALTER TABLE bots.staff ENABLE ROW LEVEL SECURITY;
ALTER TABLE bots.staff FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_read ON bots.staff FOR SELECT TO hf_chatbots_app USING (bots.works_at(account_id));
GRANT SELECT ON bots.accounts, bots.staff TO hf_chatbots_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['bots', 'intents', 'sessions', 'turns', 'labels', 'exports'] LOOP
    EXECUTE format('ALTER TABLE bots.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE bots.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY staff_all ON bots.%I TO hf_chatbots_app USING (bots.works_at(account_id))
      WITH CHECK (bots.works_at(account_id))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON bots.%I TO hf_chatbots_app', t);
  END LOOP;
END
$$;

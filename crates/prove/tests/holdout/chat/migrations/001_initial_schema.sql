-- Chat for users who belong to many teams: a user id in a setting, memberships, channels, reactions.

CREATE ROLE ho_chat_app LOGIN;
CREATE SCHEMA chat;

CREATE TABLE chat.users (id bigint PRIMARY KEY, handle text NOT NULL);
CREATE TABLE chat.emoji (code text PRIMARY KEY);
CREATE TABLE chat.teams (id bigint PRIMARY KEY, name text NOT NULL);
CREATE TABLE chat.memberships (
  team_id bigint NOT NULL REFERENCES chat.teams,
  user_id bigint NOT NULL REFERENCES chat.users,
  left_at timestamptz,
  PRIMARY KEY (team_id, user_id)
);
CREATE TABLE chat.channels (
  team_id bigint NOT NULL REFERENCES chat.teams,
  channel_no integer NOT NULL,
  name text NOT NULL,
  private boolean NOT NULL DEFAULT false,
  PRIMARY KEY (team_id, channel_no),
  UNIQUE (team_id, name)
);
CREATE TABLE chat.messages (
  team_id bigint NOT NULL,
  channel_no integer NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  author_id bigint NOT NULL,
  body text NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (team_id, id),
  FOREIGN KEY (team_id, channel_no) REFERENCES chat.channels ON DELETE CASCADE,
  FOREIGN KEY (team_id, author_id) REFERENCES chat.memberships (team_id, user_id)
);
CREATE TABLE chat.reactions (
  team_id bigint NOT NULL,
  message_id uuid NOT NULL,
  user_id bigint NOT NULL,
  emoji text NOT NULL REFERENCES chat.emoji,
  PRIMARY KEY (team_id, message_id, user_id, emoji),
  FOREIGN KEY (team_id, message_id) REFERENCES chat.messages ON DELETE CASCADE,
  FOREIGN KEY (team_id, user_id) REFERENCES chat.memberships (team_id, user_id)
);
CREATE TABLE chat.uploads (
  team_id bigint NOT NULL,
  message_id uuid NOT NULL,
  file_name text NOT NULL,
  PRIMARY KEY (team_id, message_id, file_name),
  FOREIGN KEY (team_id, message_id) REFERENCES chat.messages ON DELETE CASCADE
);

CREATE FUNCTION chat.user_id() RETURNS bigint LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('chat.user_id', true), '')::bigint $$;
CREATE FUNCTION chat.teams_of_user() RETURNS bigint[] LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT array_agg(team_id) FROM chat.memberships WHERE user_id = chat.user_id() AND left_at IS NULL $$;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['memberships', 'channels', 'messages', 'reactions', 'uploads'] LOOP
    EXECUTE format('ALTER TABLE chat.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY team ON chat.%I FOR SELECT '
      'USING (team_id = ANY ((SELECT chat.teams_of_user())::bigint[]))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['channels', 'messages', 'reactions', 'uploads'] LOOP
    EXECUTE format('CREATE POLICY team_write ON chat.%I FOR INSERT
      WITH CHECK (team_id = ANY ((SELECT chat.teams_of_user())::bigint[]))', t);
    EXECUTE format('GRANT SELECT, INSERT ON chat.%I TO ho_chat_app', t);
  END LOOP;
END $$;
ALTER TABLE chat.teams ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON chat.teams FOR SELECT USING (id = ANY ((SELECT chat.teams_of_user())::bigint[]));
CREATE POLICY edit ON chat.messages FOR UPDATE
  USING (author_id = chat.user_id() AND team_id = ANY ((SELECT chat.teams_of_user())::bigint[]));
CREATE POLICY take_back ON chat.reactions FOR DELETE
  USING (user_id = chat.user_id() AND team_id = ANY ((SELECT chat.teams_of_user())::bigint[]));
GRANT USAGE ON SCHEMA chat TO ho_chat_app;
GRANT SELECT ON chat.teams, chat.memberships, chat.emoji TO ho_chat_app;
GRANT UPDATE (body, deleted_at) ON chat.messages TO ho_chat_app;
GRANT DELETE ON chat.reactions TO ho_chat_app;

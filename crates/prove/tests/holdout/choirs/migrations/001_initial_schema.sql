-- Choirs share the tables. The gateway puts the claims of a checked token into a setting.
CREATE ROLE hf_choirs_owner NOLOGIN;
CREATE ROLE hf_choirs_app LOGIN;
CREATE ROLE hf_choirs_stats LOGIN;

CREATE SCHEMA choir AUTHORIZATION hf_choirs_owner;
GRANT USAGE ON SCHEMA choir TO hf_choirs_app, hf_choirs_stats;
ALTER ROLE hf_choirs_app SET search_path = choir, public;

SET ROLE hf_choirs_owner;
CREATE TABLE choir.users (
  id uuid PRIMARY KEY,
  display_name text NOT NULL,
  email text NOT NULL
);

CREATE TABLE choir.choirs (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  place text
);

CREATE TABLE choir.members (
  choir_id uuid NOT NULL REFERENCES choir.choirs (id),
  user_id uuid NOT NULL REFERENCES choir.users (id),
  part text NOT NULL DEFAULT 'alto' CHECK (part IN ('soprano', 'alto', 'tenor', 'bass')),
  is_admin boolean NOT NULL DEFAULT false,
  PRIMARY KEY (choir_id, user_id)
);

CREATE TABLE choir.songs (
  choir_id uuid NOT NULL REFERENCES choir.choirs (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL,
  lyrics text NOT NULL DEFAULT '',
  PRIMARY KEY (choir_id, id)
);

CREATE TABLE choir.rehearsals (
  choir_id uuid NOT NULL REFERENCES choir.choirs (id),
  day date NOT NULL,
  place text NOT NULL,
  PRIMARY KEY (choir_id, day)
);

CREATE TABLE choir.attendance (
  choir_id uuid NOT NULL,
  day date NOT NULL,
  user_id uuid NOT NULL,
  excuse text,
  PRIMARY KEY (choir_id, day, user_id),
  FOREIGN KEY (choir_id, day) REFERENCES choir.rehearsals (choir_id, day) ON DELETE CASCADE,
  FOREIGN KEY (choir_id, user_id) REFERENCES choir.members (choir_id, user_id)
);

CREATE TABLE choir.recordings (
  choir_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  song_id uuid NOT NULL,
  file_name text NOT NULL,
  listed boolean NOT NULL DEFAULT false,
  PRIMARY KEY (choir_id, id),
  FOREIGN KEY (choir_id, song_id) REFERENCES choir.songs (choir_id, id) ON DELETE CASCADE
);

CREATE TABLE choir.fees (
  choir_id uuid NOT NULL,
  user_id uuid NOT NULL,
  year integer NOT NULL,
  amount numeric(8, 2) NOT NULL,
  PRIMARY KEY (choir_id, user_id, year),
  FOREIGN KEY (choir_id, user_id) REFERENCES choir.members (choir_id, user_id)
);

CREATE TABLE choir.posts (
  choir_id uuid NOT NULL REFERENCES choir.choirs (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  body text NOT NULL,
  pinned boolean NOT NULL DEFAULT false,
  PRIMARY KEY (choir_id, id)
);
RESET ROLE;

CREATE FUNCTION choir.me() RETURNS uuid
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, pg_temp
  AS $$ SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $$;

-- Runs as its owner, so that the policy of the members' table can use it without asking itself.
CREATE FUNCTION choir.my_choirs() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$ SELECT m.choir_id FROM choir.members m WHERE m.user_id = choir.me() $$;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['songs', 'rehearsals', 'attendance', 'recordings', 'fees', 'posts'] LOOP
    EXECUTE format('ALTER TABLE choir.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE choir.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY of_my_choirs ON choir.%I
      USING (choir_id = ANY (ARRAY(SELECT choir.my_choirs())))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON choir.%I TO hf_choirs_app', t);
  END LOOP;
END
$$;

ALTER TABLE choir.users ENABLE ROW LEVEL SECURITY;
ALTER TABLE choir.users FORCE ROW LEVEL SECURITY;
CREATE POLICY users_self ON choir.users USING (id = choir.me());
GRANT SELECT, UPDATE (display_name) ON choir.users TO hf_choirs_app;

ALTER TABLE choir.choirs ENABLE ROW LEVEL SECURITY;
ALTER TABLE choir.choirs FORCE ROW LEVEL SECURITY;
CREATE POLICY choirs_mine ON choir.choirs USING (id = ANY (ARRAY(SELECT choir.my_choirs())));
GRANT SELECT ON choir.choirs TO hf_choirs_app, hf_choirs_stats;

-- Memberships are read here and written by the office's own login only.
ALTER TABLE choir.members ENABLE ROW LEVEL SECURITY;
ALTER TABLE choir.members FORCE ROW LEVEL SECURITY;
CREATE POLICY members_mine ON choir.members FOR SELECT
  USING (choir_id = ANY (ARRAY(SELECT choir.my_choirs())));
GRANT SELECT ON choir.members TO hf_choirs_app;

GRANT SELECT ON choir.rehearsals, choir.attendance TO hf_choirs_stats;

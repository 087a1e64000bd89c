-- Podcast studios. Users come with a token; what they may do depends on their rank in a studio.
CREATE ROLE hf_micbooth_app LOGIN;
CREATE SCHEMA studio;
GRANT USAGE ON SCHEMA studio TO hf_micbooth_app;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA studio GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO hf_micbooth_app;

CREATE TYPE studio.rank AS ENUM ('listener', 'editor', 'producer', 'owner');

CREATE TABLE studio.users (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE,
  display_name text NOT NULL
);
CREATE TABLE studio.studios (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  plan text NOT NULL DEFAULT 'free'
);
CREATE TABLE studio.memberships (
  studio_id uuid NOT NULL REFERENCES studio.studios (id),
  user_id uuid NOT NULL REFERENCES studio.users (id),
  rank studio.rank NOT NULL DEFAULT 'listener',
  PRIMARY KEY (studio_id, user_id)
);
CREATE TABLE studio.shows (
  studio_id uuid NOT NULL REFERENCES studio.studios (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL,
  feed_slug text NOT NULL,
  PRIMARY KEY (studio_id, id),
  UNIQUE (studio_id, feed_slug)
);
CREATE TABLE studio.episodes (
  studio_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  show_id uuid NOT NULL,
  number integer NOT NULL,
  title text NOT NULL,
  notes text NOT NULL DEFAULT '',
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'published', 'archived')),
  PRIMARY KEY (studio_id, id),
  UNIQUE (studio_id, show_id, number),
  FOREIGN KEY (studio_id, show_id) REFERENCES studio.shows (studio_id, id) ON DELETE CASCADE
);
CREATE TABLE studio.guests (
  studio_id uuid NOT NULL REFERENCES studio.studios (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  phone text,
  PRIMARY KEY (studio_id, id)
);
CREATE TABLE studio.appearances (
  studio_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  guest_id uuid NOT NULL,
  PRIMARY KEY (studio_id, episode_id, guest_id),
  FOREIGN KEY (studio_id, episode_id) REFERENCES studio.episodes (studio_id, id) ON DELETE CASCADE,
  FOREIGN KEY (studio_id, guest_id) REFERENCES studio.guests (studio_id, id) ON DELETE CASCADE
);
CREATE TABLE studio.sponsors (
  studio_id uuid NOT NULL REFERENCES studio.studios (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  fee_cents integer NOT NULL,
  PRIMARY KEY (studio_id, id)
);
CREATE TABLE studio.comments (
  studio_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  episode_id uuid NOT NULL,
  author_id uuid NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (studio_id, id),
  FOREIGN KEY (studio_id, episode_id) REFERENCES studio.episodes (studio_id, id) ON DELETE CASCADE,
  FOREIGN KEY (studio_id, author_id) REFERENCES studio.memberships (studio_id, user_id) ON DELETE CASCADE
);
-- Files: the first part of the name is the studio.
CREATE TABLE studio.objects (
  studio_id uuid NOT NULL REFERENCES studio.studios (id),
  bucket text NOT NULL,
  name text NOT NULL,
  meta jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (studio_id, bucket, name)
);

CREATE FUNCTION studio.uid() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $$;
CREATE FUNCTION studio.my_studios() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$ SELECT studio_id FROM studio.memberships WHERE user_id = studio.uid() $$;
CREATE FUNCTION studio.has_rank(p_studio uuid, p_least studio.rank) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT EXISTS (SELECT 1 FROM studio.memberships
  WHERE studio_id = p_studio AND user_id = studio.uid() AND rank >= p_least) $$;
CREATE FUNCTION studio.my_colleagues() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$ SELECT user_id FROM studio.memberships WHERE studio_id IN (SELECT studio.my_studios()) $$;
GRANT EXECUTE ON FUNCTION studio.uid(), studio.my_studios(), studio.has_rank(uuid, studio.rank),
  studio.my_colleagues() TO hf_micbooth_app;

-- People and memberships are written by the account service only.
REVOKE INSERT, UPDATE, DELETE ON studio.users, studio.studios, studio.memberships FROM hf_micbooth_app;
GRANT UPDATE (name) ON studio.studios TO hf_micbooth_app;
ALTER TABLE studio.users ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY users_read ON studio.users FOR SELECT USING (id IN (SELECT studio.my_colleagues()));
ALTER TABLE studio.studios ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY studios_read ON studio.studios FOR SELECT USING (id IN (SELECT studio.my_studios()));
CREATE POLICY studios_rename ON studio.studios FOR UPDATE USING (studio.has_rank(id, 'owner'));
ALTER TABLE studio.memberships ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY memberships_read ON studio.memberships FOR SELECT
  USING (studio_id IN (SELECT studio.my_studios()));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['shows', 'episodes', 'guests', 'appearances', 'comments', 'objects'] LOOP
    EXECUTE format('ALTER TABLE studio.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON studio.%I FOR SELECT
      USING (studio_id IN (SELECT studio.my_studios()))', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON studio.%I FOR ALL
      USING (studio.has_rank(studio_id, ''editor''))', t || '_write', t);
  END LOOP;
END $$;
-- What sponsors pay is for producers.
ALTER TABLE studio.sponsors ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY sponsors_all ON studio.sponsors USING (studio.has_rank(studio_id, 'producer'));

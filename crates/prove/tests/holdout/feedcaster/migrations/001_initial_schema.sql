-- Podcast hosting. A network is known by its slug; the application sets podcast.network for each request.
CREATE ROLE hf_feedcaster_app LOGIN;
CREATE SCHEMA pod;
REVOKE ALL ON SCHEMA pod FROM PUBLIC;
GRANT USAGE ON SCHEMA pod TO hf_feedcaster_app;

CREATE FUNCTION pod.network() RETURNS text
LANGUAGE sql STABLE AS $$ SELECT NULLIF(current_setting('podcast.network', true), '') $$;
REVOKE EXECUTE ON FUNCTION pod.network() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pod.network() TO hf_feedcaster_app;

CREATE TYPE pod.episode_status AS ENUM ('draft', 'scheduled', 'published');

CREATE TABLE pod.categories (
  slug text PRIMARY KEY,
  title text NOT NULL
);
CREATE TABLE pod.networks (
  slug text PRIMARY KEY CHECK (slug ~ '^[a-z0-9-]+$'),
  title text NOT NULL
);
CREATE TABLE pod.hosts (
  network text NOT NULL REFERENCES pod.networks (slug),
  handle text NOT NULL,
  email text NOT NULL,
  PRIMARY KEY (network, handle)
);
CREATE TABLE pod.shows (
  network text NOT NULL REFERENCES pod.networks (slug),
  slug text NOT NULL,
  title text NOT NULL,
  category text REFERENCES pod.categories (slug),
  transferred_from text,
  PRIMARY KEY (network, slug)
);
CREATE TABLE pod.show_hosts (
  network text NOT NULL,
  show text NOT NULL,
  handle text NOT NULL,
  PRIMARY KEY (network, show, handle),
  FOREIGN KEY (network, show) REFERENCES pod.shows (network, slug) ON DELETE CASCADE,
  FOREIGN KEY (network, handle) REFERENCES pod.hosts (network, handle) ON DELETE CASCADE
);
CREATE TABLE pod.episodes (
  network text NOT NULL,
  show text NOT NULL,
  number integer NOT NULL,
  title text NOT NULL,
  notes text,
  status pod.episode_status NOT NULL DEFAULT 'draft',
  PRIMARY KEY (network, show, number),
  FOREIGN KEY (network, show) REFERENCES pod.shows (network, slug) ON DELETE CASCADE
);
CREATE TABLE pod.audio_files (
  network text NOT NULL,
  show text NOT NULL,
  number integer NOT NULL,
  variant text NOT NULL DEFAULT 'mp3',
  object_name text NOT NULL,
  PRIMARY KEY (network, show, number, variant),
  FOREIGN KEY (network, show, number) REFERENCES pod.episodes (network, show, number) ON DELETE CASCADE
);
CREATE TABLE pod.transcripts (
  network text NOT NULL,
  show text NOT NULL,
  number integer NOT NULL,
  body text NOT NULL,
  words tsvector GENERATED ALWAYS AS (to_tsvector('simple', body)) STORED,
  PRIMARY KEY (network, show, number),
  FOREIGN KEY (network, show, number) REFERENCES pod.episodes (network, show, number) ON DELETE CASCADE
);
CREATE TABLE pod.private_feeds (
  network text NOT NULL,
  feed_id uuid NOT NULL DEFAULT gen_random_uuid(),
  show text NOT NULL,
  listener text NOT NULL,
  token text NOT NULL DEFAULT md5(gen_random_uuid()::text),
  PRIMARY KEY (network, feed_id),
  FOREIGN KEY (network, show) REFERENCES pod.shows (network, slug) ON DELETE CASCADE
);
CREATE TABLE pod.sponsors (
  network text NOT NULL REFERENCES pod.networks (slug),
  code text NOT NULL,
  company text NOT NULL,
  cpm_cents integer NOT NULL,
  PRIMARY KEY (network, code)
);
CREATE TABLE pod.downloads (
  network text NOT NULL,
  show text NOT NULL,
  number integer NOT NULL,
  day date NOT NULL,
  hits integer NOT NULL DEFAULT 0,
  PRIMARY KEY (network, show, number, day),
  FOREIGN KEY (network, show, number) REFERENCES pod.episodes (network, show, number) ON DELETE CASCADE
);

GRANT SELECT ON pod.categories, pod.networks TO hf_feedcaster_app;
ALTER TABLE pod.networks ENABLE ROW LEVEL SECURITY;
ALTER TABLE pod.networks FORCE ROW LEVEL SECURITY;
CREATE POLICY networks_own ON pod.networks FOR SELECT USING (slug = pod.network());
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['hosts', 'shows', 'show_hosts', 'episodes', 'audio_files', 'transcripts',
    'private_feeds', 'sponsors', 'downloads']
  LOOP
    EXECUTE format('ALTER TABLE pod.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE pod.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON pod.%I USING (network = pod.network())
      WITH CHECK (network = pod.network())', t || '_network', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON pod.%I TO hf_feedcaster_app', t);
  END LOOP;
END $$;

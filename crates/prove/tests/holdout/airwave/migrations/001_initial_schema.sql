-- Podcast hosting. Rails names; the network of the request stands in airwave.network_id.
CREATE ROLE hf_airwave_owner NOLOGIN;
CREATE ROLE hf_airwave_app LOGIN;

CREATE EXTENSION btree_gist;
CREATE TYPE episode_status AS ENUM ('draft', 'scheduled', 'published');

CREATE TABLE networks (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  subdomain text NOT NULL
);

CREATE TABLE categories (
  id integer PRIMARY KEY,
  label text NOT NULL
);

CREATE FUNCTION current_network_id() RETURNS bigint LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('airwave.network_id', true), '')::bigint $$;

CREATE TABLE users (
  network_id bigint NOT NULL REFERENCES networks,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  encrypted_password text NOT NULL,
  PRIMARY KEY (network_id, id),
  UNIQUE (network_id, email)
);

CREATE TABLE shows (
  network_id bigint NOT NULL REFERENCES networks,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  category_id integer REFERENCES categories,
  title text NOT NULL,
  slug text NOT NULL,
  PRIMARY KEY (network_id, id),
  UNIQUE (network_id, slug)
);

CREATE TABLE episodes (
  network_id bigint NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  show_id uuid NOT NULL,
  title text NOT NULL,
  status episode_status NOT NULL DEFAULT 'draft',
  audio_key text,
  deleted_at timestamptz,
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, show_id) REFERENCES shows (network_id, id)
);

-- Counted per month; a partition is made ahead of time.
CREATE TABLE downloads (
  network_id bigint NOT NULL,
  episode_id uuid NOT NULL,
  day date NOT NULL,
  listener_hash text NOT NULL,
  FOREIGN KEY (network_id, episode_id) REFERENCES episodes (network_id, id)
) PARTITION BY RANGE (day);
CREATE TABLE downloads_2026_01 PARTITION OF downloads FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE downloads_2026_02 PARTITION OF downloads FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');

CREATE TABLE sponsors (
  network_id bigint NOT NULL REFERENCES networks,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  rate_cents integer NOT NULL,
  PRIMARY KEY (network_id, id)
);

CREATE TABLE ad_slots (
  network_id bigint NOT NULL,
  sponsor_id uuid NOT NULL,
  studio text NOT NULL,
  during tstzrange NOT NULL,
  FOREIGN KEY (network_id, sponsor_id) REFERENCES sponsors (network_id, id),
  EXCLUDE USING gist (network_id WITH =, studio WITH =, during WITH &&)
);

CREATE TABLE feed_tokens (
  network_id bigint NOT NULL,
  show_id uuid NOT NULL,
  token_digest text NOT NULL,
  PRIMARY KEY (network_id, show_id, token_digest),
  FOREIGN KEY (network_id, show_id) REFERENCES shows (network_id, id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['users', 'shows', 'episodes', 'downloads', 'sponsors', 'ad_slots',
    'feed_tokens'] LOOP
    EXECUTE format('CREATE POLICY by_network ON %I USING (network_id = current_network_id())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_airwave_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['networks', 'users', 'shows', 'episodes', 'downloads', 'downloads_2026_01',
    'downloads_2026_02', 'sponsors', 'ad_slots', 'feed_tokens'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I OWNER TO hf_airwave_owner', t);
  END LOOP;
END $$;
CREATE POLICY by_network ON networks USING (id = current_network_id());

REVOKE EXECUTE ON FUNCTION current_network_id() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION current_network_id() TO hf_airwave_app, hf_airwave_owner;
GRANT SELECT ON networks, categories TO hf_airwave_app;

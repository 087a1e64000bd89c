CREATE ROLE hf_podcasts_app LOGIN;
CREATE ROLE hf_podcasts_stats NOLOGIN;

GRANT USAGE ON SCHEMA public TO hf_podcasts_app;

-- The network of the request; anything but digits is no network.
CREATE FUNCTION app_network() RETURNS bigint
LANGUAGE sql STABLE AS $$
  SELECT substring(current_setting('app.network', true) FROM '^([0-9]+)$')::bigint
$$;

CREATE TABLE genres (
  id smallint PRIMARY KEY,
  name varchar(255) NOT NULL
);
GRANT SELECT ON genres TO hf_podcasts_app;

CREATE TABLE networks (
  id bigint PRIMARY KEY,
  name varchar(255) NOT NULL,
  created_at timestamp(0) NULL
);
ALTER TABLE networks ENABLE ROW LEVEL SECURITY;
ALTER TABLE networks FORCE ROW LEVEL SECURITY;
CREATE POLICY networks_own ON networks USING (id = app_network());
GRANT SELECT ON networks TO hf_podcasts_app;

CREATE TABLE shows (
  network_id bigint NOT NULL REFERENCES networks (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  slug varchar(255) NOT NULL,
  title varchar(255) NOT NULL,
  deleted_at timestamp(0) NULL,
  PRIMARY KEY (network_id, id),
  CONSTRAINT shows_network_id_slug_unique UNIQUE (network_id, slug)
);
ALTER TABLE shows ENABLE ROW LEVEL SECURITY;
ALTER TABLE shows FORCE ROW LEVEL SECURITY;
CREATE POLICY shows_network ON shows
  USING (network_id = app_network()) WITH CHECK (network_id = app_network());
GRANT SELECT, INSERT, UPDATE, DELETE ON shows TO hf_podcasts_app;

CREATE TABLE episodes (
  network_id bigint NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  show_id uuid NOT NULL,
  title varchar(255) NOT NULL,
  status varchar(20) NOT NULL DEFAULT 'draft',
  publish_at timestamptz NULL,
  notes text,
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, show_id) REFERENCES shows (network_id, id) ON DELETE CASCADE
);
ALTER TABLE episodes ENABLE ROW LEVEL SECURITY;
ALTER TABLE episodes FORCE ROW LEVEL SECURITY;
CREATE POLICY episodes_network ON episodes
  USING (network_id = app_network()) WITH CHECK (network_id = app_network());
GRANT SELECT, INSERT, UPDATE, DELETE ON episodes TO hf_podcasts_app;

CREATE TABLE downloads (
  network_id bigint NOT NULL,
  episode_id uuid NOT NULL,
  listener varchar(255) NOT NULL,
  loaded_at timestamptz NOT NULL,
  PRIMARY KEY (network_id, episode_id, listener, loaded_at),
  FOREIGN KEY (network_id, episode_id) REFERENCES episodes (network_id, id)
) PARTITION BY LIST (network_id);
ALTER TABLE downloads ENABLE ROW LEVEL SECURITY;
ALTER TABLE downloads FORCE ROW LEVEL SECURITY;
CREATE POLICY downloads_network ON downloads
  USING (network_id = app_network()) WITH CHECK (network_id = app_network());
GRANT SELECT, INSERT, UPDATE, DELETE ON downloads TO hf_podcasts_app;
CREATE TABLE downloads_rest PARTITION OF downloads DEFAULT;

CREATE TABLE sponsors (
  network_id bigint NOT NULL REFERENCES networks (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name varchar(255) NOT NULL,
  cpm numeric(8,2) NOT NULL,
  PRIMARY KEY (network_id, id)
);
ALTER TABLE sponsors ENABLE ROW LEVEL SECURITY;
ALTER TABLE sponsors FORCE ROW LEVEL SECURITY;
CREATE POLICY sponsors_network ON sponsors
  USING (network_id = app_network()) WITH CHECK (network_id = app_network());
GRANT SELECT, INSERT, UPDATE, DELETE ON sponsors TO hf_podcasts_app;

CREATE TABLE ad_slots (
  network_id bigint NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  episode_id uuid NOT NULL,
  sponsor_id uuid NULL,
  second integer NOT NULL,
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, episode_id) REFERENCES episodes (network_id, id) ON DELETE CASCADE,
  FOREIGN KEY (network_id, sponsor_id) REFERENCES sponsors (network_id, id)
);
ALTER TABLE ad_slots ENABLE ROW LEVEL SECURITY;
ALTER TABLE ad_slots FORCE ROW LEVEL SECURITY;
CREATE POLICY ad_slots_network ON ad_slots
  USING (network_id = app_network()) WITH CHECK (network_id = app_network());
GRANT SELECT, INSERT, UPDATE, DELETE ON ad_slots TO hf_podcasts_app;

-- Laravel's polymorphic comments: the id may be one of a show or of an episode.
CREATE TABLE comments (
  network_id bigint NOT NULL REFERENCES networks (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  commentable_type varchar(255) NOT NULL,
  commentable_id uuid NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (network_id, id)
);
ALTER TABLE comments ENABLE ROW LEVEL SECURITY;
ALTER TABLE comments FORCE ROW LEVEL SECURITY;
CREATE POLICY comments_network ON comments
  USING (network_id = app_network()) WITH CHECK (network_id = app_network());
GRANT SELECT, INSERT, UPDATE, DELETE ON comments TO hf_podcasts_app;

CREATE TABLE feeds (
  network_id bigint NOT NULL REFERENCES networks (id),
  token varchar(64) NOT NULL,
  listener varchar(255) NOT NULL,
  revoked boolean NOT NULL DEFAULT false,
  PRIMARY KEY (network_id, token)
);
ALTER TABLE feeds ENABLE ROW LEVEL SECURITY;
ALTER TABLE feeds FORCE ROW LEVEL SECURITY;
CREATE POLICY feeds_network ON feeds
  USING (network_id = app_network()) WITH CHECK (network_id = app_network());
GRANT SELECT, INSERT, UPDATE, DELETE ON feeds TO hf_podcasts_app;

CREATE TABLE wallets (
  network_id bigint NOT NULL REFERENCES networks (id),
  name varchar(40) NOT NULL,
  cents bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (network_id, name)
);
ALTER TABLE wallets ENABLE ROW LEVEL SECURITY;
ALTER TABLE wallets FORCE ROW LEVEL SECURITY;
CREATE POLICY wallets_network ON wallets
  USING (network_id = app_network()) WITH CHECK (network_id = app_network());
GRANT SELECT, INSERT, UPDATE, DELETE ON wallets TO hf_podcasts_app;

-- Uptime monitoring: teams, monitors, checks, incidents, status pages and their subscribers.
CREATE ROLE hf_heartbeat_app LOGIN;

CREATE TYPE monitor_state AS ENUM ('up', 'degraded', 'down', 'paused');

CREATE TABLE regions (code text PRIMARY KEY, city text NOT NULL);

CREATE TABLE teams (
  id text PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE team_members (
  team_id text NOT NULL REFERENCES teams ON DELETE CASCADE,
  user_id text NOT NULL,
  phone text,
  on_call boolean NOT NULL DEFAULT false,
  PRIMARY KEY (team_id, user_id)
);

CREATE FUNCTION jwt_sub() RETURNS text LANGUAGE sql STABLE
AS $$ SELECT nullif(nullif(current_setting('request.jwt.claims', true), '')::json ->> 'sub', '') $$;

CREATE FUNCTION is_team_member(t text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT EXISTS (SELECT 1 FROM public.team_members m WHERE m.team_id = t AND m.user_id = public.jwt_sub())
$$;

CREATE TABLE monitors (
  team_id text NOT NULL REFERENCES teams,
  id text NOT NULL,
  url text NOT NULL,
  headers jsonb NOT NULL DEFAULT '{}',
  region text REFERENCES regions,
  state monitor_state NOT NULL DEFAULT 'up',
  PRIMARY KEY (team_id, id)
);

CREATE TABLE checks (
  team_id text NOT NULL,
  monitor_id text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ms integer NOT NULL,
  response text,
  FOREIGN KEY (team_id, monitor_id) REFERENCES monitors (team_id, id) ON DELETE CASCADE
);

CREATE TABLE incidents (
  team_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  monitor_id text NOT NULL,
  summary text NOT NULL,
  resolved boolean NOT NULL DEFAULT false,
  PRIMARY KEY (team_id, id),
  FOREIGN KEY (team_id, monitor_id) REFERENCES monitors (team_id, id) ON DELETE CASCADE
);

CREATE TABLE status_pages (
  team_id text NOT NULL REFERENCES teams,
  slug text NOT NULL,
  title text NOT NULL,
  is_public boolean NOT NULL DEFAULT true,
  draft_notice text,
  PRIMARY KEY (team_id, slug)
);

CREATE TABLE subscribers (
  team_id text NOT NULL,
  slug text NOT NULL,
  email text NOT NULL,
  PRIMARY KEY (team_id, slug, email),
  FOREIGN KEY (team_id, slug) REFERENCES status_pages (team_id, slug) ON DELETE CASCADE
);

CREATE TABLE alert_channels (
  team_id text NOT NULL REFERENCES teams,
  name text NOT NULL,
  webhook_url text NOT NULL,
  PRIMARY KEY (team_id, name)
);

CREATE TABLE api_keys (
  team_id text NOT NULL REFERENCES teams,
  label text NOT NULL,
  digest text NOT NULL,
  PRIMARY KEY (team_id, label)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['team_members', 'monitors', 'checks', 'incidents', 'status_pages', 'subscribers',
    'alert_channels', 'api_keys'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "Team members only" ON %I USING (is_team_member(team_id))', t);
    EXECUTE format('GRANT SELECT ON %I TO hf_heartbeat_app', t);
    IF t <> 'team_members' THEN
      EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I TO hf_heartbeat_app', t);
    END IF;
  END LOOP;
END $$;
ALTER TABLE teams ENABLE ROW LEVEL SECURITY;
ALTER TABLE teams FORCE ROW LEVEL SECURITY;
CREATE POLICY "Team members only" ON teams USING (is_team_member(id));

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION jwt_sub(), is_team_member(text) TO hf_heartbeat_app;
GRANT SELECT ON teams, regions TO hf_heartbeat_app;

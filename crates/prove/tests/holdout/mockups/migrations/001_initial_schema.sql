-- Designs, their versions, and the pins that reviewers put on them.
CREATE ROLE hf_mockups_app LOGIN;

CREATE SCHEMA auth;
CREATE SCHEMA design;
GRANT USAGE ON SCHEMA auth, design TO hf_mockups_app;
CREATE TABLE auth.users (id uuid PRIMARY KEY, email text NOT NULL UNIQUE);
CREATE FUNCTION auth.jwt() RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('request.jwt.claims', true), '')::jsonb
$$;
CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(auth.jwt() ->> 'sub', '')::uuid
$$;

CREATE TABLE design.teams (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  brand_color text
);
CREATE TABLE design.team_members (
  team_id uuid NOT NULL REFERENCES design.teams ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  role text NOT NULL DEFAULT 'designer' CHECK (role IN ('lead', 'designer', 'viewer')),
  PRIMARY KEY (team_id, user_id)
);
CREATE TABLE design.profiles (
  id uuid PRIMARY KEY REFERENCES auth.users ON DELETE CASCADE,
  display_name text NOT NULL,
  contact_email text
);
CREATE TABLE design.designs (
  team_id uuid NOT NULL REFERENCES design.teams ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'approved', 'rejected')),
  deleted_at timestamptz,
  PRIMARY KEY (team_id, id)
);
CREATE TABLE design.versions (
  team_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  design_id uuid NOT NULL,
  number int NOT NULL,
  image_path text NOT NULL,
  PRIMARY KEY (team_id, id),
  UNIQUE (team_id, design_id, number),
  FOREIGN KEY (team_id, design_id) REFERENCES design.designs ON DELETE CASCADE
);
CREATE TABLE design.pins (
  team_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  design_id uuid NOT NULL,
  author_id uuid NOT NULL DEFAULT auth.uid(),
  x int NOT NULL DEFAULT 0,
  y int NOT NULL DEFAULT 0,
  note text NOT NULL,
  PRIMARY KEY (team_id, id),
  FOREIGN KEY (team_id, design_id) REFERENCES design.designs ON DELETE CASCADE
);
-- People from outside the team who are asked to look at one design.
CREATE TABLE design.reviewers (
  team_id uuid NOT NULL,
  design_id uuid NOT NULL,
  user_id uuid NOT NULL,
  verdict text,
  PRIMARY KEY (team_id, design_id, user_id),
  FOREIGN KEY (team_id, design_id) REFERENCES design.designs ON DELETE CASCADE
);
CREATE TABLE design.share_links (
  team_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  design_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  PRIMARY KEY (team_id, id),
  FOREIGN KEY (team_id, design_id) REFERENCES design.designs ON DELETE CASCADE
);
CREATE TABLE design.integrations (
  team_id uuid NOT NULL REFERENCES design.teams ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  access_token text NOT NULL,
  PRIMARY KEY (team_id, id)
);

CREATE FUNCTION design.in_team(team uuid, roles text[] DEFAULT '{lead,designer,viewer}') RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = design, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM team_members m WHERE m.team_id = team AND m.user_id = auth.uid() AND m.role = ANY (roles)
  )
$$;
CREATE FUNCTION design.reviews(team uuid, design uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = design, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM reviewers r WHERE r.team_id = team AND r.design_id = design AND r.user_id = auth.uid()
  )
$$;

ALTER TABLE design.teams ENABLE ROW LEVEL SECURITY;
ALTER TABLE design.teams FORCE ROW LEVEL SECURITY;
ALTER TABLE design.team_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE design.team_members FORCE ROW LEVEL SECURITY;
ALTER TABLE design.profiles ENABLE ROW LEVEL SECURITY;
ALTER TABLE design.profiles FORCE ROW LEVEL SECURITY;
ALTER TABLE design.designs ENABLE ROW LEVEL SECURITY;
ALTER TABLE design.designs FORCE ROW LEVEL SECURITY;
ALTER TABLE design.versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE design.versions FORCE ROW LEVEL SECURITY;
ALTER TABLE design.pins ENABLE ROW LEVEL SECURITY;
ALTER TABLE design.pins FORCE ROW LEVEL SECURITY;
ALTER TABLE design.reviewers ENABLE ROW LEVEL SECURITY;
ALTER TABLE design.reviewers FORCE ROW LEVEL SECURITY;
ALTER TABLE design.share_links ENABLE ROW LEVEL SECURITY;
ALTER TABLE design.share_links FORCE ROW LEVEL SECURITY;
ALTER TABLE design.integrations ENABLE ROW LEVEL SECURITY;
ALTER TABLE design.integrations FORCE ROW LEVEL SECURITY;
CREATE POLICY teams_read ON design.teams FOR SELECT USING (design.in_team(id));
CREATE POLICY members_read ON design.team_members FOR SELECT USING (design.in_team(team_id));
CREATE POLICY members_lead ON design.team_members FOR DELETE USING (design.in_team(team_id, '{lead}'));
CREATE POLICY profiles_own ON design.profiles USING (id = auth.uid());
CREATE POLICY designs_team ON design.designs USING (design.in_team(team_id, '{lead,designer}'));
CREATE POLICY designs_read ON design.designs FOR SELECT
  USING (design.in_team(team_id) OR design.reviews(team_id, id));
CREATE POLICY versions_team ON design.versions USING (design.in_team(team_id, '{lead,designer}'));
CREATE POLICY versions_read ON design.versions FOR SELECT
  USING (design.in_team(team_id) OR design.reviews(team_id, design_id));
CREATE POLICY pins_team ON design.pins USING (design.in_team(team_id));
CREATE POLICY reviewers_team ON design.reviewers USING (design.in_team(team_id, '{lead,designer}'));
CREATE POLICY reviewers_read ON design.reviewers FOR SELECT USING (user_id = auth.uid());
CREATE POLICY links_team ON design.share_links USING (design.in_team(team_id, '{lead,designer}'));
CREATE POLICY integrations_lead ON design.integrations USING (design.in_team(team_id, '{lead}'));

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA design FROM PUBLIC;
GRANT EXECUTE ON FUNCTION design.in_team(uuid, text[]), design.reviews(uuid, uuid) TO hf_mockups_app;
GRANT SELECT ON design.teams TO hf_mockups_app;
GRANT SELECT, DELETE ON design.team_members TO hf_mockups_app;
GRANT SELECT, UPDATE (display_name, contact_email) ON design.profiles TO hf_mockups_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON design.designs, design.versions, design.pins, design.reviewers,
  design.share_links, design.integrations TO hf_mockups_app;

CREATE ROLE hf_leaguely_app LOGIN;
CREATE SCHEMA league;

CREATE FUNCTION league.organizer() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('league.organizer', true), '')::uuid $$;
REVOKE EXECUTE ON FUNCTION league.organizer() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION league.organizer() TO hf_leaguely_app;

CREATE TABLE league.organizers (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL
);

-- Only competitions and officials know their organizer; the rest is reached through a parent.
CREATE TABLE league.competitions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organizer_id uuid NOT NULL REFERENCES league.organizers (id),
  title text NOT NULL
);
CREATE INDEX ON league.competitions (organizer_id);

CREATE TABLE league.officials (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organizer_id uuid NOT NULL REFERENCES league.organizers (id),
  name text NOT NULL,
  phone text
);

CREATE TABLE league.seasons (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  competition_id uuid NOT NULL REFERENCES league.competitions (id) ON DELETE CASCADE,
  slug text NOT NULL,
  UNIQUE (competition_id, slug)
);

CREATE TABLE league.teams (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  competition_id uuid NOT NULL REFERENCES league.competitions (id) ON DELETE CASCADE,
  name text NOT NULL,
  contact text,
  UNIQUE (competition_id, name)
);

CREATE TABLE league.players (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  team_id uuid NOT NULL REFERENCES league.teams (id) ON DELETE CASCADE,
  license text NOT NULL,
  name text NOT NULL,
  medical text,
  UNIQUE (team_id, license)
);

CREATE TABLE league.fixtures (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  season_id uuid NOT NULL REFERENCES league.seasons (id) ON DELETE CASCADE,
  home_id uuid NOT NULL REFERENCES league.teams (id) ON DELETE CASCADE,
  away_id uuid NOT NULL REFERENCES league.teams (id) ON DELETE CASCADE,
  note text
);

CREATE TABLE league.results (
  fixture_id uuid PRIMARY KEY REFERENCES league.fixtures (id) ON DELETE CASCADE,
  home_goals integer NOT NULL,
  away_goals integer NOT NULL
);

CREATE TABLE league.standings (
  season_id uuid NOT NULL REFERENCES league.seasons (id) ON DELETE CASCADE,
  team_id uuid NOT NULL REFERENCES league.teams (id) ON DELETE CASCADE,
  points integer NOT NULL DEFAULT 0,
  PRIMARY KEY (season_id, team_id)
);

CREATE TABLE league.fixture_officials (
  fixture_id uuid NOT NULL REFERENCES league.fixtures (id) ON DELETE CASCADE,
  official_id uuid NOT NULL REFERENCES league.officials (id) ON DELETE CASCADE,
  PRIMARY KEY (fixture_id, official_id)
);

ALTER TABLE league.organizers ENABLE ROW LEVEL SECURITY;
ALTER TABLE league.organizers FORCE ROW LEVEL SECURITY;
ALTER TABLE league.competitions ENABLE ROW LEVEL SECURITY;
ALTER TABLE league.competitions FORCE ROW LEVEL SECURITY;
ALTER TABLE league.officials ENABLE ROW LEVEL SECURITY;
ALTER TABLE league.officials FORCE ROW LEVEL SECURITY;
ALTER TABLE league.seasons ENABLE ROW LEVEL SECURITY;
ALTER TABLE league.seasons FORCE ROW LEVEL SECURITY;
ALTER TABLE league.teams ENABLE ROW LEVEL SECURITY;
ALTER TABLE league.teams FORCE ROW LEVEL SECURITY;
ALTER TABLE league.players ENABLE ROW LEVEL SECURITY;
ALTER TABLE league.players FORCE ROW LEVEL SECURITY;
ALTER TABLE league.fixtures ENABLE ROW LEVEL SECURITY;
ALTER TABLE league.fixtures FORCE ROW LEVEL SECURITY;
ALTER TABLE league.results ENABLE ROW LEVEL SECURITY;
ALTER TABLE league.results FORCE ROW LEVEL SECURITY;
ALTER TABLE league.standings ENABLE ROW LEVEL SECURITY;
ALTER TABLE league.standings FORCE ROW LEVEL SECURITY;
ALTER TABLE league.fixture_officials ENABLE ROW LEVEL SECURITY;
ALTER TABLE league.fixture_officials FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON league.organizers FOR SELECT USING (id = league.organizer());
CREATE POLICY own ON league.competitions USING (organizer_id = league.organizer());
CREATE POLICY own ON league.officials USING (organizer_id = league.organizer());
-- The policies of a parent hold in these subqueries as well.
CREATE POLICY own ON league.seasons
  USING (EXISTS (SELECT 1 FROM league.competitions c WHERE c.id = seasons.competition_id));
CREATE POLICY own ON league.teams
  USING (EXISTS (SELECT 1 FROM league.competitions c WHERE c.id = teams.competition_id));
CREATE POLICY own ON league.players
  USING (EXISTS (SELECT 1 FROM league.teams t WHERE t.id = players.team_id));
CREATE POLICY own ON league.fixtures
  USING (EXISTS (SELECT 1 FROM league.seasons s WHERE s.id = fixtures.season_id)
    AND EXISTS (SELECT 1 FROM league.teams t WHERE t.id = fixtures.home_id)
    AND EXISTS (SELECT 1 FROM league.teams t WHERE t.id = fixtures.away_id));
CREATE POLICY own ON league.results
  USING (EXISTS (SELECT 1 FROM league.fixtures f WHERE f.id = results.fixture_id));
CREATE POLICY own ON league.standings
  USING (EXISTS (SELECT 1 FROM league.seasons s WHERE s.id = standings.season_id)
    AND EXISTS (SELECT 1 FROM league.teams t WHERE t.id = standings.team_id));
CREATE POLICY own ON league.fixture_officials
  USING (EXISTS (SELECT 1 FROM league.fixtures f WHERE f.id = fixture_officials.fixture_id)
    AND EXISTS (SELECT 1 FROM league.officials o WHERE o.id = fixture_officials.official_id));

-- Ids are made here and nowhere else, so nobody can try whether one is in use.
GRANT USAGE ON SCHEMA league TO hf_leaguely_app;
GRANT SELECT ON ALL TABLES IN SCHEMA league TO hf_leaguely_app;
GRANT DELETE ON league.competitions, league.officials, league.seasons, league.teams, league.players,
  league.fixtures, league.results, league.standings, league.fixture_officials TO hf_leaguely_app;
GRANT INSERT (organizer_id, title), UPDATE (title) ON league.competitions TO hf_leaguely_app;
GRANT INSERT (organizer_id, name, phone), UPDATE (name, phone) ON league.officials TO hf_leaguely_app;
GRANT INSERT (competition_id, slug), UPDATE (slug) ON league.seasons TO hf_leaguely_app;
GRANT INSERT (competition_id, name, contact), UPDATE (name, contact) ON league.teams TO hf_leaguely_app;
GRANT INSERT (team_id, license, name, medical), UPDATE (team_id, license, name, medical)
  ON league.players TO hf_leaguely_app;
GRANT INSERT (season_id, home_id, away_id, note), UPDATE (season_id, home_id, away_id, note)
  ON league.fixtures TO hf_leaguely_app;
GRANT INSERT, UPDATE ON league.results, league.standings TO hf_leaguely_app;
GRANT INSERT ON league.fixture_officials TO hf_leaguely_app;

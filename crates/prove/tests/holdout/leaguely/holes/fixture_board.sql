-- A login reads the fixtures and notes of every organizer from the view for the board in the hall.
-- about: fixture_board, fixtures, teams, seasons
-- as: hf_leaguely_app
-- exploit: SET league.organizer = 'a0a00000-0000-4000-8000-000000000001';
-- exploit: SELECT home, away, note FROM league.fixture_board;
-- shows: Road-secret practice
CREATE VIEW league.fixture_board AS
  SELECT s.slug, h.name AS home, a.name AS away, f.note, r.home_goals, r.away_goals
  FROM league.fixtures f
  JOIN league.seasons s ON s.id = f.season_id
  JOIN league.teams h ON h.id = f.home_id
  JOIN league.teams a ON a.id = f.away_id
  LEFT JOIN league.results r ON r.fixture_id = f.id;
GRANT SELECT ON league.fixture_board TO hf_leaguely_app;

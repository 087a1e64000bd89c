-- A login puts a team of another organizer into its fixtures and so learns that it is there: guests go
-- unchecked.
-- about: fixtures, teams, own
-- as: hf_leaguely_app
-- exploit: SET league.organizer = 'a0a00000-0000-4000-8000-000000000001';
-- exploit: INSERT INTO league.fixtures (season_id, home_id, away_id) VALUES
-- exploit:   ('a0a00000-0000-4000-8000-000000000004', 'a0a00000-0000-4000-8000-000000000005',
-- exploit:   'b0b00000-0000-4000-8000-000000000005');
-- shows: INSERT 0 1
DROP POLICY own ON league.fixtures;
CREATE POLICY own ON league.fixtures
  USING (EXISTS (SELECT 1 FROM league.seasons s WHERE s.id = fixtures.season_id)
    AND EXISTS (SELECT 1 FROM league.teams t WHERE t.id = fixtures.home_id));

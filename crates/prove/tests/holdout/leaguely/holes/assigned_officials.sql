-- A login assigns an official of another organizer to its own fixture and then reads the phone: two
-- policies loosened.
-- about: fixture_officials, officials, assigned
-- as: hf_leaguely_app
-- exploit: SET league.organizer = 'a0a00000-0000-4000-8000-000000000001';
-- exploit: INSERT INTO league.fixture_officials (fixture_id, official_id) VALUES
-- exploit:   ('a0a00000-0000-4000-8000-000000000007', 'b0b00000-0000-4000-8000-000000000003');
-- exploit: SELECT phone FROM league.officials;
-- shows: 555-road-secret
-- A borrowed official is seen by the organizer whose fixture it is.
DROP POLICY own ON league.fixture_officials;
CREATE POLICY own ON league.fixture_officials
  USING (EXISTS (SELECT 1 FROM league.fixtures f WHERE f.id = fixture_officials.fixture_id));
CREATE POLICY assigned ON league.officials FOR SELECT
  USING (EXISTS (SELECT 1 FROM league.fixture_officials a WHERE a.official_id = officials.id));

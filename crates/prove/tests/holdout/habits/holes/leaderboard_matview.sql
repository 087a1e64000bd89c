-- A materialized view has no row security, and the application may read all its rows.
-- about: challenges_leaderboard
-- as: hf_habits_app
-- exploit: SET app.organization_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT points FROM challenges_leaderboard;
-- shows: 777123
-- The leader board took two seconds.
CREATE MATERIALIZED VIEW challenges_leaderboard AS
SELECT e.organization_id, e.challenge_id, e.person_id, e.points,
  rank() OVER (PARTITION BY e.organization_id, e.challenge_id ORDER BY e.points DESC) AS place
FROM challenges_entry e;
CREATE UNIQUE INDEX ON challenges_leaderboard (organization_id, challenge_id, person_id);
GRANT SELECT ON challenges_leaderboard TO hf_habits_app;

-- The download link reads finished exports of any team: the policy asks only whether one is done.
-- about: exports, download
-- as: hf_transect_app
-- exploit: SET survey.team = 'north';
-- exploit: SELECT content FROM survey.exports;
-- shows: Road-secret csv
-- The download page runs without a team.
CREATE POLICY download ON survey.exports FOR SELECT USING (done_at > now() - interval '7 days');

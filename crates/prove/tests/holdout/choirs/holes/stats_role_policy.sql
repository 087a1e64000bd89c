-- The statistics login has a policy of its own that lets it read every choir's attendance, with
-- reasons of absence.
-- about: attendance, stats_all, hf_choirs_stats
-- as: hf_choirs_stats
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-00000000000a"}';
-- exploit: SELECT excuse FROM choir.attendance;
-- shows: Road-secret illness
CREATE POLICY stats_all ON choir.attendance FOR SELECT TO hf_choirs_stats USING (day IS NOT NULL);

-- Everybody in some team reads all candidates: team_id without its table is the membership's own column.
-- about: candidates
-- as: hf_recruiting_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-000000000001"}';
-- exploit: SELECT name FROM hire.candidates;
-- shows: Dan-secret
ALTER POLICY team ON hire.candidates USING (EXISTS (
  SELECT FROM hire.members m WHERE m.team_id = team_id AND m.user_id = hire.uid()));

-- An author moves notes into any team: the policy for updates looks at the author only.
-- about: notes
-- as: hf_recruiting_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-000000000001"}';
-- exploit: UPDATE hire.notes SET team_id = 'bbbbbbbb-0000-4000-8000-000000000000';
-- shows: UPDATE 1
DROP POLICY team ON hire.notes;
CREATE POLICY look ON hire.notes FOR SELECT USING (team_id IN (SELECT hire.my_teams()));
CREATE POLICY add ON hire.notes FOR INSERT
  WITH CHECK (team_id IN (SELECT hire.my_teams()) AND author = hire.uid());
CREATE POLICY change ON hire.notes FOR UPDATE USING (author = hire.uid()) WITH CHECK (author = hire.uid());

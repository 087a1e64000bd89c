-- Everybody reads the pipeline of all teams: the view has the rights of its owner.
-- about: pipeline
-- as: hf_recruiting_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-000000000001"}';
-- exploit: SELECT name FROM hire.pipeline;
-- shows: Dan-secret
CREATE VIEW hire.pipeline AS
  SELECT a.team_id, j.title, c.name, a.stage
  FROM hire.applications a JOIN hire.jobs j ON j.id = a.job_id
  JOIN hire.candidates c ON c.id = a.candidate_id;
GRANT SELECT ON hire.pipeline TO hf_recruiting_app;

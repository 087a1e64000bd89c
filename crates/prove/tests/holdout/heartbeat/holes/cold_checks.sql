-- The archive is an unprotected parent of the table of checks; reading the parent returns the child's rows
-- without the child's policy.
-- about: check_archive, checks_cold, checks
-- as: hf_heartbeat_app
-- exploit: SET request.jwt.claims = '{"sub":"usr_ann"}';
-- exploit: SELECT response FROM check_archive;
-- shows: Road-secret response
-- Old checks move to cold tables; one parent gives a single name for all of them.
CREATE TABLE check_archive (
  team_id text NOT NULL,
  monitor_id text NOT NULL,
  at timestamptz NOT NULL,
  ms integer NOT NULL,
  response text
);
ALTER TABLE checks INHERIT check_archive;
GRANT SELECT ON check_archive TO hf_heartbeat_app;

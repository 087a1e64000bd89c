-- The outer view is an invoker's, but the inner one reads with its owner's rights, so all teams' incidents
-- show.
-- about: team_overview, open_incidents, incidents
-- as: hf_heartbeat_app
-- exploit: SET request.jwt.claims = '{"sub":"usr_ann"}';
-- exploit: SELECT summary FROM team_overview;
-- shows: Road-secret incident
CREATE VIEW open_incidents AS SELECT team_id, monitor_id, summary FROM incidents WHERE NOT resolved;
CREATE VIEW team_overview WITH (security_invoker = true) AS
  SELECT team_id, count(*) AS n, string_agg(summary, '; ') AS summary FROM open_incidents GROUP BY team_id;
GRANT SELECT ON open_incidents, team_overview TO hf_heartbeat_app;

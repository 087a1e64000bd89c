-- Two nested views, both with the rights of their caller: the policy of incidents holds through the chain.
CREATE VIEW open_incidents WITH (security_invoker = true) AS
  SELECT team_id, monitor_id, summary FROM incidents WHERE NOT resolved;
CREATE VIEW team_overview WITH (security_invoker = true) AS
  SELECT team_id, count(*) AS n, string_agg(summary, '; ') AS summary FROM open_incidents GROUP BY team_id;
GRANT SELECT ON open_incidents, team_overview TO hf_heartbeat_app;

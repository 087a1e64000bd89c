-- The feed of doings as a view with its caller's rights: the policies of both tables hold.
CREATE VIEW activity_feed WITH (security_invoker = true) AS
  SELECT a.workspace_id, w.name AS workspace, a.summary, a.at
  FROM activity a JOIN workspaces w ON w.id = a.workspace_id;
GRANT SELECT ON activity_feed TO hf_whiteboards_app;

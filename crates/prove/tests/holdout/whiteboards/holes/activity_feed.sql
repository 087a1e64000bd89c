-- The feed is a view that reads with its owner's rights, so every user sees the doings of all workspaces.
-- about: activity_feed, activity
-- as: hf_whiteboards_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT summary FROM activity_feed;
-- shows: Road-secret plan
CREATE VIEW activity_feed AS
  SELECT a.workspace_id, w.name AS workspace, a.summary, a.at
  FROM activity a JOIN workspaces w ON w.id = a.workspace_id
  ORDER BY a.at DESC;
GRANT SELECT ON activity_feed TO hf_whiteboards_app;

-- The statistics count with the view's owner's rights, so they tell every workspace's numbers and its title.
-- about: workspace_stats, workspaces, items, members
-- as: hf_northboard_app
-- exploit: SET board.user_id = 'a0000000-0000-4000-8000-000000000001';
-- exploit: SELECT title, items FROM board.workspace_stats;
-- shows: Road-secret workspace
CREATE VIEW board.workspace_stats AS
SELECT w.id AS workspace_id, w.title,
  (SELECT count(*) FROM board.items i WHERE i.workspace_id = w.id) AS items,
  (SELECT count(*) FROM board.members m WHERE m.workspace_id = w.id) AS members
FROM board.workspaces w;
GRANT SELECT ON board.workspace_stats TO hf_northboard_app;

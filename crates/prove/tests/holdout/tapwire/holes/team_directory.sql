-- Anyone reads the members of all workspaces, because the view has its owner's rights.
-- about: team_directory, workspace_members, workspaces
-- as: hf_tapwire_app
-- exploit: SET request.jwt.claims = '{"sub": "usr|ann"}';
-- exploit: SELECT email FROM team_directory;
-- shows: Road-secret@road.test
CREATE VIEW team_directory AS
  SELECT w.id AS workspace_id, w.name, m.email
  FROM workspaces w
  JOIN workspace_members m ON m.workspace_id = w.id;
GRANT SELECT ON team_directory TO hf_tapwire_app;

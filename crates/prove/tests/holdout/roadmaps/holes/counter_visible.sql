-- The list of workspaces for the sign-in page shows names and counters of all of them.
-- about: WorkspaceDirectory
-- as: hf_roadmaps_app
-- exploit: SET app.workspace_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT "name", "ideaCount" FROM "WorkspaceDirectory";
-- shows: Road-secret workspace
-- One finds the workspace by its slug before one is in it.
CREATE VIEW "WorkspaceDirectory" AS SELECT "id", "name", "slug", "ideaCount" FROM "Workspace";
GRANT SELECT ON "WorkspaceDirectory" TO hf_roadmaps_app, hf_roadmaps_portal;

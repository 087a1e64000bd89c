-- When no workspace is set, a comparison with NULL turned into a match with everything.
-- about: Outbox, currentWorkspace
-- as: hf_roadmaps_app
-- exploit: SELECT "payload" FROM "Outbox";
-- shows: Road-secret customer
-- The dispatcher runs without a workspace.
ALTER POLICY "workspaceIsolation" ON "Outbox"
  USING ("workspaceId" = coalesce("currentWorkspace"(), "workspaceId"));

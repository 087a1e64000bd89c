-- The rule for updates checks the new row for a workspace of any kind, so rows can be given to another one.
-- about: Comment, commentUpdate
-- as: hf_roadmaps_app
-- exploit: SET app.workspace_id = '11111111-1111-1111-1111-111111111111';
-- exploit: UPDATE "Comment" SET "workspaceId" = '22222222-2222-2222-2222-222222222222',
-- exploit: "ideaId" = '22222222-0000-0000-0000-000000000003';
-- shows: UPDATE 1
-- Ideas are merged with their comments; then the comments change their idea.
DROP POLICY "workspaceIsolation" ON "Comment";
CREATE POLICY "commentRead" ON "Comment" FOR SELECT USING ("workspaceId" = "currentWorkspace"());
CREATE POLICY "commentInsert" ON "Comment" FOR INSERT WITH CHECK ("workspaceId" = "currentWorkspace"());
CREATE POLICY "commentDelete" ON "Comment" FOR DELETE USING ("workspaceId" = "currentWorkspace"());
CREATE POLICY "commentUpdate" ON "Comment" FOR UPDATE USING ("workspaceId" = "currentWorkspace"())
  WITH CHECK ("workspaceId" IS NOT NULL AND "ideaId" IS NOT NULL);

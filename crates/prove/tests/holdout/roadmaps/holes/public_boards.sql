-- Public boards are shown to every workspace, with the ideas that hang on them.
-- about: Board, publicBoards
-- as: hf_roadmaps_portal
-- exploit: SET app.workspace_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT "title" FROM "Board";
-- shows: Road-secret board
-- Visitors without an account.
CREATE POLICY "publicBoards" ON "Board" FOR SELECT TO PUBLIC USING ("isPublic");

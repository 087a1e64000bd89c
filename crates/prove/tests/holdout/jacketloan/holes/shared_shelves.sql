-- The policy asks only whether a list has a share token, not whether the visitor knows it.
-- about: ShelfList, shelf_shared
-- as: hf_jacketloan_app
-- exploit: SET app.branch_id = 'lib_a';
-- exploit: SELECT "title", "shareToken" FROM "ShelfList";
-- shows: Fjord-secret list
CREATE POLICY "shelf_shared" ON "ShelfList" FOR SELECT USING ("shareToken" IS NOT NULL);

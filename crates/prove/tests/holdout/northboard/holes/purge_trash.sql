-- The policy for emptying the trash asks only that an item be deleted, so all workspaces' trash goes.
-- about: items, items_purge
-- as: hf_northboard_app
-- exploit: SET board.user_id = 'a0000000-0000-4000-8000-000000000001';
-- exploit: DELETE FROM board.items;
-- shows: DELETE 2
CREATE POLICY items_purge ON board.items FOR DELETE USING (deleted_at IS NOT NULL);

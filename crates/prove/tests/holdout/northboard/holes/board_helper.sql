-- The helper asks for a board and for a membership, but not that both be of one workspace.
-- about: can_see_item, comments, comments_all, items
-- as: hf_northboard_app
-- exploit: SET board.user_id = 'a0000000-0000-4000-8000-000000000001';
-- exploit: SELECT body FROM board.comments;
-- shows: Road-secret comment
CREATE FUNCTION board.can_see_item(p_item uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM board.items i
    JOIN board.boards b ON b.workspace_id = i.workspace_id AND b.id = i.board_id
    JOIN board.members m ON m.user_id = board.me()
    WHERE i.id = p_item AND i.deleted_at IS NULL)
$$;
GRANT EXECUTE ON FUNCTION board.can_see_item(uuid) TO hf_northboard_app;
ALTER POLICY comments_all ON board.comments
  USING (board.can_see_item(item_id)) WITH CHECK (board.is_member(workspace_id));

-- Harmless: the helper asks for a membership in the workspace of the item.
CREATE FUNCTION board.can_see_item(p_workspace uuid, p_item uuid) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM board.items i
    JOIN board.members m ON m.workspace_id = i.workspace_id AND m.user_id = board.me()
    WHERE i.workspace_id = p_workspace AND i.id = p_item AND i.deleted_at IS NULL)
$$;
GRANT EXECUTE ON FUNCTION board.can_see_item(uuid, uuid) TO hf_northboard_app;
ALTER POLICY comments_all ON board.comments
  USING (board.can_see_item(workspace_id, item_id)) WITH CHECK (board.is_member(workspace_id));

-- Copies a board with the caller's rights: the policies let him read and write only where he is a member.
CREATE FUNCTION duplicate_board(p_board uuid, p_target uuid) RETURNS uuid LANGUAGE sql AS $$
  INSERT INTO boards (workspace_id, title, created_by)
  SELECT p_target, title || ' (copy)', auth.uid() FROM boards WHERE id = p_board
  RETURNING id
$$;

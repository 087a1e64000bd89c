-- The search runs as its caller, so the policies hold.
CREATE FUNCTION search_documents(words text) RETURNS SETOF documents LANGUAGE sql STABLE
AS $$ SELECT * FROM documents WHERE title ILIKE '%' || words || '%' AND deleted_at IS NULL $$;

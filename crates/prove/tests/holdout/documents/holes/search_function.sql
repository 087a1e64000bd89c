-- A user searches the documents of all teams through a function that runs as its owner.
-- about: search_documents
-- as: ho_documents_user
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-000000000001", "role":
-- exploit: "authenticated"}';
-- exploit: SELECT title FROM search_documents('');
-- shows: DB-secret
CREATE FUNCTION search_documents(words text) RETURNS SETOF documents LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT * FROM documents WHERE title ILIKE '%' || words || '%' AND deleted_at IS NULL $$;

-- The similarity search runs as its owner and trusts the list of documents from the caller.
-- about: match_chunks
-- as: hf_assistants_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT content FROM app.match_chunks('{0,1}', 5, NULL);
-- shows: Road-secret chunk
-- Nearest chunks, in all documents or in some of them.
CREATE FUNCTION app.match_chunks(query double precision[], n integer, only_documents uuid[] DEFAULT NULL)
RETURNS TABLE (document_id uuid, content text, score double precision)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT c.document_id, c.content, s.score
  FROM app.chunks c
  CROSS JOIN LATERAL (SELECT sum(a * b) AS score FROM unnest(c.embedding, query) AS e(a, b)) s
  WHERE only_documents IS NULL OR c.document_id = ANY (only_documents)
  ORDER BY s.score DESC NULLS LAST LIMIT n
$$;

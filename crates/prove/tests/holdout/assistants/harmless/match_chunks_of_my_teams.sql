-- Harmless: the search is a definer, but it keeps to the teams of the caller.
CREATE FUNCTION app.match_chunks(query double precision[], n integer)
RETURNS TABLE (document_id uuid, content text, score double precision)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT c.document_id, c.content, s.score
  FROM app.chunks c
  CROSS JOIN LATERAL (SELECT sum(a * b) AS score FROM unnest(c.embedding, query) AS e(a, b)) s
  WHERE c.team_id IN (SELECT private.my_teams())
  ORDER BY s.score DESC NULLS LAST LIMIT n
$$;

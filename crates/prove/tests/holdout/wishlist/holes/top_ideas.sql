-- The dashboard's function gives the ideas and votes of whichever organization the caller names.
-- about: top_ideas, ideas, votes
-- as: hf_wishlist_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT title FROM top_ideas(2);
-- shows: Road-secret idea
-- Sums over votes are slow under the policies.
CREATE FUNCTION top_ideas(p_org int, p_limit int DEFAULT 10)
RETURNS TABLE (number int, title text, weight bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.number, i.title, sum(v.weight) FROM ideas i
  JOIN votes v ON v.org_id = i.org_id AND v.idea = i.number
  WHERE i.org_id = p_org GROUP BY i.number, i.title ORDER BY 3 DESC LIMIT p_limit
$$;

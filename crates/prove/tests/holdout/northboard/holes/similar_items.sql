-- The search for similar ideas has its owner's rights and goes through the items of all workspaces.
-- about: similar_items, items
-- as: hf_northboard_app
-- exploit: SET board.user_id = 'a0000000-0000-4000-8000-000000000001';
-- exploit: SELECT * FROM board.similar_items('item');
-- shows: Road-secret item
CREATE FUNCTION board.similar_items(p_title text) RETURNS TABLE (id uuid, title text, votes bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT i.id, i.title, count(v.user_id)
  FROM board.items i
  LEFT JOIN board.votes v ON v.workspace_id = i.workspace_id AND v.item_id = i.id
  WHERE i.title ILIKE '%' || p_title || '%' AND i.deleted_at IS NULL
  GROUP BY i.id, i.title
  ORDER BY 3 DESC LIMIT 10
$$;
GRANT EXECUTE ON FUNCTION board.similar_items(text) TO hf_northboard_app;

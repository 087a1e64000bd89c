-- Anybody raises the view counter of any article: the function with the owner's rights looks only at the id.
-- about: count_view, kb_article, view_count
-- as: hf_handbook_app
-- exploit: SET app.user_id = '7';
-- exploit: SELECT 'seen ' || count_view('b2000000-0000-4000-8000-000000000001');
-- shows: seen 1
-- Readers may not update articles, so the counter goes through a function.
CREATE FUNCTION count_view(p_article uuid) RETURNS integer LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  UPDATE kb_article SET view_count = view_count + 1 WHERE id = p_article RETURNING view_count
$$;

-- The gallery opens by the slug of a contest, which is easy to guess, and names artists while the jury is
-- blind.
-- about: open_gallery, entries, contests
-- as: hf_lensarena_app
-- exploit: SET request.jwt.claims = '{"sub": "1e500000-0000-4000-8000-0000000000a1"}';
-- exploit: SELECT * FROM lens.open_gallery('storm');
-- shows: Road-secret artist

-- The public page of a contest, whoever asks.
CREATE FUNCTION lens.open_gallery(p_slug text) RETURNS TABLE (title text, photographer text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = lens, pg_temp
AS $$
  SELECT e.title, e.photographer
  FROM entries e
  JOIN contests c ON c.host_id = e.host_id AND c.slug = e.contest_slug
  WHERE c.slug = p_slug AND c.state <> 'draft';
$$;
REVOKE ALL ON FUNCTION lens.open_gallery(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lens.open_gallery(text) TO hf_lensarena_app;

-- The editor asks whether a slug is free, among the pages of all sites.
-- about: slug_free, pages
-- as: hf_cms_app
-- exploit: SET request.jwt.claims = '{"sub": "a3000000-0000-0000-0000-000000000000"}';
-- exploit: SELECT 'free: ' || cms.slug_free('launch');
-- shows: free: false
CREATE FUNCTION cms.slug_free(p_slug text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cms, pg_temp AS $$
  SELECT NOT EXISTS (SELECT 1 FROM cms.pages WHERE slug = p_slug)
$$;

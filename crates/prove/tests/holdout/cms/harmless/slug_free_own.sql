-- The editor asks whether a slug is free, in a site of the caller only; for any other it answers false
-- always.
CREATE FUNCTION cms.slug_free(p_site uuid, p_slug text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cms, pg_temp AS $$
  SELECT cms.has_role(p_site, '{author,editor,admin}')
    AND NOT EXISTS (SELECT 1 FROM cms.pages WHERE site_id = p_site AND slug = p_slug)
$$;
REVOKE ALL ON FUNCTION cms.slug_free(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cms.slug_free(uuid, text) TO hf_cms_app;

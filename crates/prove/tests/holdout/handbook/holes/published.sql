-- Published articles of all organizations are read by every user: published should mean inside the
-- organization.
-- about: kb_article, article_published
-- as: hf_handbook_app
-- exploit: SET app.user_id = '7';
-- exploit: SELECT title FROM kb_article;
-- shows: Road-secret guide
-- Readers see published articles only, authors see drafts as well.
DROP POLICY article_read ON kb_article;
CREATE POLICY article_published ON kb_article FOR SELECT
  USING (status = 'published' OR is_member(organization_id, 'author'));

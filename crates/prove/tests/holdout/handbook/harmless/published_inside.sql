-- Readers see published articles and authors also drafts, but only those of their own organizations.
DROP POLICY article_read ON kb_article;
CREATE POLICY article_published ON kb_article FOR SELECT USING (
  is_member(organization_id) AND (status = 'published' OR is_member(organization_id, 'author'))
);

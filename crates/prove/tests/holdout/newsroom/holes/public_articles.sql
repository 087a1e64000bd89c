-- Tenant A reads all articles without an embargo: public was meant for the web site's role.
-- about: articles
-- as: hf_newsroom_app
-- exploit: SET news.publisher_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT headline FROM news.articles;
-- shows: Headline-secret
CREATE POLICY free_to_read ON news.articles FOR SELECT
  USING (embargo_until IS NULL OR embargo_until < now());

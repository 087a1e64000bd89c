-- Anyone reads the published articles of all spaces, because published was meant within a space.
-- about: articles, articles_published
-- as: hf_wisebase_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-0000-0000-000000000001"}';
-- exploit: SELECT title, body FROM kb.articles;
-- shows: Road-secret password
-- Readers see what is published, members see drafts too.
CREATE POLICY articles_published ON kb.articles FOR SELECT USING (status = 'published');

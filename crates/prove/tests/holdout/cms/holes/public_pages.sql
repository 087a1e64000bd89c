-- Published pages are public on the web, so every author may read, but the verb is missing: also change and
-- delete.
-- about: pages, published_pages
-- as: hf_cms_app
-- exploit: SET request.jwt.claims = '{"sub": "a3000000-0000-0000-0000-000000000000"}';
-- exploit: UPDATE cms.pages SET title = 'defaced ' || title WHERE status = 'published' RETURNING title;
-- shows: defaced News-secret
CREATE POLICY published_pages ON cms.pages TO hf_cms_app USING (status = 'published');

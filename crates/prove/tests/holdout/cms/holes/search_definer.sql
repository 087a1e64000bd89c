-- The search was slow under row security and becomes a function with its owner's rights: it finds every site.
-- about: search, pages
-- as: hf_cms_app
-- exploit: SET request.jwt.claims = '{"sub": "a3000000-0000-0000-0000-000000000000"}';
-- exploit: SELECT * FROM cms.search('rocket');
-- shows: Launch-secret
ALTER FUNCTION cms.search(text) SECURITY DEFINER SET search_path = cms, pg_temp;

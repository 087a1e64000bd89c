-- The slug of one's company may be changed, and a failure tells which slugs are taken.
-- about: companies, companies_pkey
-- as: hf_snippets_app
-- exploit: SET snip.company = 'hill';
-- exploit: UPDATE snip.companies SET slug = 'road';
-- shows: companies_pkey
-- Companies may choose another address, which is their setting from then on.
GRANT UPDATE (slug) ON snip.companies TO hf_snippets_app;
ALTER POLICY own ON snip.companies WITH CHECK (slug IS NOT NULL);

-- The reader's rule keeps private snippets back, but shows the ones for the company to all companies.
-- about: snippets, embeds
-- as: hf_snippets_reader
-- exploit: SET snip.company = 'hill';
-- exploit: SELECT body FROM snip.snippets;
-- shows: Road-secret-body
-- Embeds show all but private ones.
CREATE POLICY embeds ON snip.snippets FOR SELECT TO hf_snippets_reader USING (visibility <> 'private');

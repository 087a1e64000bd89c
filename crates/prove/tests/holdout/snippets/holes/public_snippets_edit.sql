-- The rule for public snippets is for all verbs, so everybody changes and deletes those of others.
-- about: snippets, public_snippets
-- as: hf_snippets_app
-- exploit: SET snip.company = 'hill';
-- exploit: DELETE FROM snip.snippets WHERE visibility = 'public';
-- shows: DELETE 1
-- Public snippets can be read by everybody.
CREATE POLICY public_snippets ON snip.snippets USING (visibility = 'public');

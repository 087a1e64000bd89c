-- The policy for the public search page lacks FOR SELECT, so any firm also edits the published listings of
-- others.
-- about: listings, listings_public
-- as: hf_domicile_app
-- exploit: SET app.current_org = 'aaaaaaaa-0000-4000-8000-00000000000a';
-- exploit: UPDATE pm.listings SET headline = headline || ' (withdrawn)' WHERE status = 'published' RETURNING
-- exploit:   headline;
-- shows: Road-secret flat (withdrawn)
CREATE POLICY listings_public ON pm.listings USING (status = 'published');

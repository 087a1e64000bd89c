-- Every link that has not expired can be read by any kitchen, token and addressee included.
-- about: share_links, live_links
-- as: hf_ladlebox_app
-- exploit: SET app.kitchen_id = 'a0000000-0000-0000-0000-000000000001';
-- exploit: SELECT token, sent_to FROM kits.share_links;
-- shows: Road-secret friend

-- The page behind a link opens without a kitchen in the session.
CREATE POLICY live_links ON kits.share_links FOR SELECT USING (expires_at > now());

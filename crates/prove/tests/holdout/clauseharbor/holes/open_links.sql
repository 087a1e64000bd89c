-- Every link that is not revoked can be listed by everybody, and the token is all that a visitor needs.
-- about: share_links, share_links_visitors
-- as: hf_clauseharbor_app
-- exploit: SET request.jwt.claims = '{"sub": "c1000000-0000-4000-8000-00000000000a"}';
-- exploit: SELECT token, document_slug FROM red.share_links;
-- shows: Road-secret-tok
-- The page of a link looks its token up before anybody has logged in.
CREATE POLICY share_links_visitors ON red.share_links FOR SELECT USING (revoked_at IS NULL);

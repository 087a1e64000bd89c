-- Comments hang on a number that counts over all accounts: they can be tied to, and so reveal, foreign
-- envelopes.
-- about: comments, comments_envelope_uid_fkey, envelope_uid, envelopes, uid
-- as: hf_countersign_app
-- exploit: SET request.jwt.claims = '{"sub": "auth0|ann"}';
-- exploit: INSERT INTO sign.comments (account_id, envelope_uid, body)
-- exploit:   SELECT 1, max(uid) + 1, 'Probe' FROM sign.envelopes;
-- shows: INSERT 0 1
ALTER TABLE sign.envelopes ADD COLUMN uid bigint GENERATED ALWAYS AS IDENTITY UNIQUE;
CREATE TABLE sign.comments (
  account_id bigint NOT NULL REFERENCES sign.accounts (id) ON DELETE CASCADE,
  comment_id uuid NOT NULL DEFAULT gen_random_uuid(),
  envelope_uid bigint NOT NULL REFERENCES sign.envelopes (uid),
  body text NOT NULL,
  PRIMARY KEY (account_id, comment_id)
);
ALTER TABLE sign.comments ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign.comments FORCE ROW LEVEL SECURITY;
CREATE POLICY comments_of_account ON sign.comments
  USING (account_id IN (SELECT u.account_id FROM sign.account_users u WHERE u.user_id = sign.subject()))
  WITH CHECK (account_id IN (SELECT u.account_id FROM sign.account_users u WHERE u.user_id = sign.subject()));
GRANT SELECT, INSERT, DELETE ON sign.comments TO hf_countersign_app;

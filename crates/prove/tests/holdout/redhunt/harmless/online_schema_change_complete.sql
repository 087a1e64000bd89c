-- The table is copied to change it, and the copy gets row level security and the policy before it is used:
-- harmless.
CREATE TABLE versions_new (LIKE versions INCLUDING ALL);
ALTER TABLE versions_new ADD COLUMN whodunnit character varying;
ALTER TABLE versions_new ENABLE ROW LEVEL SECURITY;
ALTER TABLE versions_new FORCE ROW LEVEL SECURITY;
CREATE POLICY account_isolation ON versions_new
  USING (account_id = NULLIF(current_setting('app.current_account_id', true), '')::bigint)
  WITH CHECK (account_id = NULLIF(current_setting('app.current_account_id', true), '')::bigint);
INSERT INTO versions_new SELECT v.*, NULL FROM versions v;
DROP TABLE versions;
ALTER TABLE versions_new RENAME TO versions;
ALTER TABLE versions ADD FOREIGN KEY (account_id) REFERENCES accounts (id);
GRANT SELECT, INSERT, UPDATE, DELETE ON versions TO hf_redhunt_app;

-- A login reads the versions of all accounts: the table was copied to change it, and a copy takes no
-- policies along.
-- about: versions
-- as: hf_redhunt_app
-- exploit: SET app.current_account_id = '1';
-- exploit: SELECT object FROM versions;
-- shows: Road-secret first title
CREATE TABLE versions_new (LIKE versions INCLUDING ALL);
ALTER TABLE versions_new ADD COLUMN whodunnit character varying;
INSERT INTO versions_new SELECT v.*, NULL FROM versions v;
DROP TABLE versions;
ALTER TABLE versions_new RENAME TO versions;
ALTER TABLE versions ADD FOREIGN KEY (account_id) REFERENCES accounts (id);
GRANT SELECT, INSERT, UPDATE, DELETE ON versions TO hf_redhunt_app;

-- A user reads the notebooks of all people through a foreign table that logs in as the owner.
-- about: remote_notebooks
-- as: ho_journal_app
-- exploit: SET journal.person = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT has_table_privilege('remote_notebooks', 'SELECT') AND NOT EXISTS (SELECT FROM
-- exploit: pg_user_mappings WHERE usename = 'ho_journal_app');
-- shows: (^|\n)t\n
CREATE EXTENSION postgres_fdw;
CREATE SERVER loopback FOREIGN DATA WRAPPER postgres_fdw;
CREATE USER MAPPING FOR PUBLIC SERVER loopback OPTIONS (user 'postgres', password_required 'false');
CREATE FOREIGN TABLE remote_notebooks (person_id uuid, name text) SERVER loopback OPTIONS (table_name
  'notebooks');
GRANT SELECT ON remote_notebooks TO ho_journal_app;

-- The application now owns the table and row security is not forced on owners, so it sees every team.
-- about: teams
-- as: hf_kitlocker_app
-- exploit: SET kit.association = '1';
-- exploit: SELECT name FROM kit.teams;
-- shows: Valley-secret team
-- The application adds columns to this table by its own migrations.
ALTER TABLE kit.teams NO FORCE ROW LEVEL SECURITY;
ALTER TABLE kit.teams OWNER TO hf_kitlocker_app;

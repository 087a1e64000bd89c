-- The application may truncate, which no policy stops: it empties the table for all accounts.
-- about: bug_comments, truncate
-- as: hf_bugtracker_app
-- exploit: SET app.current_account_id = 'a0000000-0000-4000-8000-00000000000a';
-- exploit: TRUNCATE bug_comments;
-- shows: TRUNCATE TABLE
-- The deploy fails now and then for want of a grant.
GRANT ALL ON ALL TABLES IN SCHEMA public TO hf_bugtracker_app;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON accounts, severities FROM hf_bugtracker_app;

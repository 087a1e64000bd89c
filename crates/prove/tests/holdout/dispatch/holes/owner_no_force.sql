-- The role of the application now owns the table and row level security is not forced, so it does not apply
-- to it.
-- about: job_notes
-- as: hf_dispatch_app
-- exploit: SET app.current_company_id = '7';
-- exploit: SELECT body FROM job_notes;
-- shows: Road-secret note
-- The deploy task runs as the application and must add columns.
ALTER TABLE job_notes NO FORCE ROW LEVEL SECURITY;
ALTER TABLE job_notes OWNER TO hf_dispatch_app;

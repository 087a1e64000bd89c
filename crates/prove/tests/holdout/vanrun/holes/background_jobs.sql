-- The job queue lies in the database without row level security: the payloads of all firms can be read.
-- about: background_jobs
-- as: hf_vanrun_app
-- exploit: SET app.account_id = '1';
-- exploit: SELECT handler FROM background_jobs;
-- shows: Van-secret@b.example
CREATE TABLE background_jobs (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id bigint REFERENCES accounts (id),
  queue varchar NOT NULL,
  handler jsonb NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  run_at timestamp NOT NULL DEFAULT now()
);
CREATE INDEX index_background_jobs_on_run_at ON background_jobs (run_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON background_jobs TO hf_vanrun_app;

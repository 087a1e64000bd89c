-- The framework's queue is one table for all, with whole payloads, and every login reads it.
-- about: jobs
-- as: hf_conservatory_app
-- exploit: SET app.school_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT payload FROM jobs;
-- shows: Road-secret mail
CREATE TABLE jobs (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  queue varchar(255) NOT NULL,
  payload text NOT NULL,
  attempts smallint NOT NULL DEFAULT 0,
  reserved_at integer
);
CREATE INDEX jobs_queue_index ON jobs (queue);
GRANT SELECT, INSERT, UPDATE, DELETE ON jobs TO hf_conservatory_app;

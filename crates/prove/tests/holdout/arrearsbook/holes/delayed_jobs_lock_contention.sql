-- Any account reads the handlers of everybody's jobs, because row level security was switched off on the
-- queue to make polling fast.
-- about: delayed_jobs
-- as: hf_arrearsbook_app
-- exploit: SET app.account_id = '2002';
-- exploit: SELECT queue, handler FROM delayed_jobs;
-- shows: Road-secret handler
CREATE INDEX delayed_jobs_priority ON delayed_jobs (queue, run_at) WHERE locked_at IS NULL;
-- The policy kept the planner from the partial index.
ALTER TABLE delayed_jobs DISABLE ROW LEVEL SECURITY;

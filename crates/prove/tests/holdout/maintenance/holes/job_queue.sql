-- The worker takes jobs in its own sessions, but the policy names PUBLIC: every login reads every job.
-- about: good_jobs
-- as: hf_maintenance_app
-- exploit: SET app.current_account = '10';
-- exploit: SELECT serialized_params FROM good_jobs;
-- shows: Road-secret
-- Workers take any job of the queue that is not finished.
CREATE POLICY worker_queue ON good_jobs FOR SELECT
  USING (finished_at IS NULL AND queue_name IN ('default', 'mail'));

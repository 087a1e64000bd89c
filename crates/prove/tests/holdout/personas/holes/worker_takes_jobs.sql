-- A login reads the waiting jobs of every workspace, because the worker's policy does not name the worker.
-- about: jobs, jobs_worker
-- as: hf_personas_app
-- exploit: SET cdp.workspace = '11111111-1111-4111-8111-111111111111';
-- exploit: SELECT kind, args FROM cdp.jobs;
-- shows: Road-secret bucket
GRANT SELECT, UPDATE ON cdp.jobs TO hf_personas_worker;
CREATE POLICY jobs_worker ON cdp.jobs FOR SELECT USING (state = 'queued');

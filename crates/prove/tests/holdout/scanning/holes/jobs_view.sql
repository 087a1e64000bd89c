-- The worker's view runs with the rights of its owner, and its filter asks for the state only.
-- about: waiting_jobs, jobs
-- as: hf_scanning_worker
-- exploit: SET scan.office_code = 'a12';
-- exploit: SELECT payload FROM scan.waiting_jobs;
-- shows: Road-secret
-- The worker asks for what waits.
CREATE VIEW scan.waiting_jobs WITH (security_invoker = false) AS
  SELECT office_code, job_id, payload FROM scan.jobs WHERE state = 'waiting';
GRANT SELECT ON scan.waiting_jobs TO hf_scanning_worker;

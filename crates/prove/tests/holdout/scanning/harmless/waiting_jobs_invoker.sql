-- The worker's view with the rights of the session: the policy of the queue holds.
CREATE VIEW scan.waiting_jobs WITH (security_invoker = true) AS
  SELECT office_code, job_id, payload FROM scan.jobs WHERE state = 'waiting';
GRANT SELECT ON scan.waiting_jobs TO hf_scanning_worker;

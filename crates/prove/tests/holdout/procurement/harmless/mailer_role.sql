-- The mailer's function takes the jobs of all, and only the audit role, which has no login, may execute it.
CREATE FUNCTION proc.next_mail() RETURNS SETOF proc.mail_jobs
LANGUAGE sql SECURITY DEFINER SET search_path = proc, pg_temp AS $$
  DELETE FROM proc.mail_jobs WHERE job_id = (
    SELECT j.job_id FROM proc.mail_jobs j LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING *
$$;
REVOKE ALL ON FUNCTION proc.next_mail() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION proc.next_mail() TO hf_procurement_audit;

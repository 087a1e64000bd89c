-- The mailer is a function that takes a job out of the queue, and PUBLIC may execute it as any function.
-- about: next_mail, mail_jobs
-- as: hf_procurement_app
-- exploit: SELECT body FROM proc.next_mail();
-- shows: mail-secret
CREATE FUNCTION proc.next_mail() RETURNS SETOF proc.mail_jobs
LANGUAGE sql SECURITY DEFINER SET search_path = proc, pg_temp AS $$
  DELETE FROM proc.mail_jobs WHERE job_id = (
    SELECT j.job_id FROM proc.mail_jobs j LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING *
$$;
GRANT EXECUTE ON FUNCTION proc.next_mail() TO hf_procurement_audit;

-- The function looks for a waiting job by its key in all companies, and answers the arguments of that job.
-- about: enqueue, jobs
-- as: hf_snippets_app
-- exploit: SET snip.company = 'hill';
-- exploit: SELECT 'held by ' || (snip.enqueue('reindex', '{}') ->> 'path');
-- shows: held by Road-secret/path
-- A job of one key waits only once.
CREATE FUNCTION snip.enqueue(job text, args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = snip, pg_temp AS $$
DECLARE waiting jsonb;
BEGIN
  SELECT j.arguments INTO waiting FROM jobs j WHERE j.key = job AND NOT j.done;
  IF NOT FOUND THEN
    INSERT INTO jobs (company, key, arguments) VALUES (company(), job, args) RETURNING arguments INTO waiting;
  END IF;
  RETURN waiting;
END
$$;

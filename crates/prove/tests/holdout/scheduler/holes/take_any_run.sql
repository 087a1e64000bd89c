-- The queue serves all accounts of a region, after a check of the worker only: it hands out the runs of
-- others.
-- about: take_run, runs
-- as: hf_scheduler_app
-- exploit: SET sched.account = 'elm';
-- exploit: SELECT job, output FROM sched.take_run('w1');
-- shows: out-secret
CREATE OR REPLACE FUNCTION sched.take_run(p_worker text) RETURNS SETOF sched.runs
LANGUAGE plpgsql SECURITY DEFINER SET search_path = sched, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM sched.workers w WHERE w.account = sched.me() AND w.worker = p_worker) THEN
    RETURN;
  END IF;
  RETURN QUERY UPDATE sched.runs r SET state = 'running'
    WHERE (r.account, r.job, r.run_no) = (
      SELECT n.account, n.job, n.run_no FROM sched.runs n JOIN sched.jobs j USING (account, job)
      WHERE j.region IN (SELECT o.region FROM sched.jobs o WHERE o.account = sched.me())
        AND n.state = 'waiting'
      ORDER BY n.due_at LIMIT 1 FOR UPDATE OF n SKIP LOCKED)
    RETURNING r.*;
END $$;

-- Maintenance runs without an account; the helper then lets every row through for any login.
-- about: failures
-- as: hf_scheduler_app
-- exploit: SELECT job, reason FROM sched.failures;
-- shows: reason-secret
DROP POLICY failures_own ON sched.failures;
CREATE POLICY failures_own ON sched.failures TO hf_scheduler_app
  USING (account = coalesce(sched.me(), account)) WITH CHECK (account = sched.me());

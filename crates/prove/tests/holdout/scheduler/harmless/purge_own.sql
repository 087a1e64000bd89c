-- Policies per verb for runs: each of the four compares the account, DELETE as well.
DROP POLICY runs_own ON sched.runs;
CREATE POLICY runs_read ON sched.runs FOR SELECT TO hf_scheduler_app USING (account = sched.me());
CREATE POLICY runs_add ON sched.runs FOR INSERT TO hf_scheduler_app WITH CHECK (account = sched.me());
CREATE POLICY runs_set ON sched.runs FOR UPDATE TO hf_scheduler_app USING (account = sched.me());
CREATE POLICY runs_purge ON sched.runs FOR DELETE TO hf_scheduler_app USING (account = sched.me());

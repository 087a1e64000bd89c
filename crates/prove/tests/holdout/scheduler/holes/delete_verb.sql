-- Policies per verb: the one for DELETE leaves the account to SELECT, which a plain DELETE does not ask.
-- about: runs
-- as: hf_scheduler_app
-- exploit: SET sched.account = 'elm';
-- exploit: DELETE FROM sched.runs;
-- shows: DELETE 3
DROP POLICY runs_own ON sched.runs;
CREATE POLICY runs_read ON sched.runs FOR SELECT TO hf_scheduler_app USING (account = sched.me());
CREATE POLICY runs_add ON sched.runs FOR INSERT TO hf_scheduler_app WITH CHECK (account = sched.me());
CREATE POLICY runs_set ON sched.runs FOR UPDATE TO hf_scheduler_app USING (account = sched.me());
CREATE POLICY runs_purge ON sched.runs FOR DELETE TO hf_scheduler_app USING (true);

-- Sub-accounts are read by the prefix of the slug: the account "elm" reads the unrelated "elm-lane".
-- about: jobs
-- as: hf_scheduler_app
-- exploit: SET sched.account = 'elm';
-- exploit: SELECT job, command FROM sched.jobs;
-- shows: dump-secret
CREATE POLICY jobs_children ON sched.jobs FOR SELECT TO hf_scheduler_app
  USING (account LIKE sched.me() || '-%');

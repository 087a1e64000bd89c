-- Any franchise reads the archived jobs of all others, because OR binds looser than AND in the rewritten
-- policy.
-- about: jobs, home.jobs
-- as: hf_dustbrigade_app
-- exploit: SET dust.franchise = 'oak';
-- exploit: SELECT job_no, title FROM home.jobs;
-- shows: Road-secret job
-- Deleted jobs vanish from lists, archived ones stay readable.
DROP POLICY own ON home.jobs;
CREATE POLICY own ON home.jobs
  USING (franchise = home.me() AND deleted_at IS NULL OR archived)
  WITH CHECK (franchise = home.me());

-- Soft delete and archive in one policy, with brackets around the choice: the franchise is asked for in
-- each case.
DROP POLICY own ON home.jobs;
CREATE POLICY own ON home.jobs
  USING (franchise = home.me() AND (deleted_at IS NULL OR archived))
  WITH CHECK (franchise = home.me());

-- Tenant A deletes the finished jobs of all tenants.
-- about: jobs
-- as: ho_desk_web
-- exploit: SET desk.customer = 'acme';
-- exploit: DELETE FROM desk.jobs;
-- shows: DELETE 2
CREATE POLICY sweep ON desk.jobs FOR DELETE USING (taken_at IS NULL OR taken_at < now());

-- The worker sees waiting jobs of all workspaces, but the policy is for its own role: harmless for the
-- application.
GRANT SELECT, UPDATE ON cdp.jobs TO hf_personas_worker;
CREATE POLICY jobs_worker ON cdp.jobs FOR SELECT TO hf_personas_worker USING (state = 'queued');

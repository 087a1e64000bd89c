-- The second policy's check accepts any organisation, so a runner of one can be moved into another, where
-- it then receives that one's jobs.
-- about: runners, heartbeat, own
-- as: hf_runnerly_app
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}';
-- exploit: UPDATE ci.runners SET organization_id = 'b0000000-0000-4000-8000-000000000000';
-- shows: UPDATE 1
-- Runners report themselves; a runner seen today may be changed.
CREATE POLICY heartbeat ON ci.runners FOR UPDATE
  USING (organization_id IN (SELECT m.organization_id FROM ci.memberships m WHERE m.user_id = ci.uid()))
  WITH CHECK (last_seen IS NULL OR last_seen <= now());

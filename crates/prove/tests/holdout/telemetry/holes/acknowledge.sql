-- Members may acknowledge alerts: the policy for UPDATE asks for any membership at all.
-- about: alerts, acknowledge
-- as: hf_telemetry_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-0000-0000-0000000000aa"}';
-- exploit: UPDATE tele.alerts SET state = 'closed';
-- shows: UPDATE 2
CREATE POLICY acknowledge ON tele.alerts FOR UPDATE TO hf_telemetry_app
  USING (tele.uid() IN (SELECT m.user_id FROM tele.fleet_users m WHERE m.level <> 'viewer'));

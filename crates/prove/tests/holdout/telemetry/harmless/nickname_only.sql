-- Users may change their own nickname: the grant is for that column, so a row cannot go to another fleet.
CREATE POLICY own_nickname ON tele.fleet_users FOR UPDATE TO hf_telemetry_app
  USING (user_id = tele.uid()) WITH CHECK (user_id = tele.uid());
GRANT UPDATE (nickname) ON tele.fleet_users TO hf_telemetry_app;

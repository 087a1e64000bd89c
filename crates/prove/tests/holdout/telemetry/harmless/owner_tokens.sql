-- Tokens are narrowed to owners of the same fleet: the outer column is named in full.
DROP POLICY member_all ON tele.device_tokens;
CREATE POLICY owner_reads ON tele.device_tokens FOR SELECT TO hf_telemetry_app
  USING (EXISTS (SELECT 1 FROM tele.fleet_users m
    WHERE m.fleet_id = device_tokens.fleet_id AND m.user_id = tele.uid() AND m.level = 'owner'));

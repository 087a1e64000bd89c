-- Tokens are narrowed to owners, but the inner fleet_id names the inner table: any owner reads all tokens.
-- about: device_tokens, owner_reads
-- as: hf_telemetry_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-0000-0000-0000000000aa"}';
-- exploit: SELECT token FROM tele.device_tokens;
-- shows: tok-secret
DROP POLICY member_all ON tele.device_tokens;
CREATE POLICY owner_reads ON tele.device_tokens FOR SELECT TO hf_telemetry_app
  USING (EXISTS (SELECT 1 FROM tele.fleet_users m
    WHERE m.fleet_id = fleet_id AND m.user_id = tele.uid() AND m.level = 'owner'));

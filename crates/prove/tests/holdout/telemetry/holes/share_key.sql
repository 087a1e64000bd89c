-- Boards with a share key are readable by all, and nothing asks for the key.
-- about: dashboards, shared_boards
-- as: hf_telemetry_app
-- exploit: SELECT title, share_key FROM tele.dashboards;
-- shows: Board-secret
CREATE POLICY shared_boards ON tele.dashboards FOR SELECT TO hf_telemetry_app USING (share_key IS NOT NULL);

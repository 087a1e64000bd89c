-- A partition that can be read directly: it has row security, forced, and the same policy as its parent.
CREATE POLICY by_network ON downloads_2026_01 USING (network_id = current_network_id());
GRANT SELECT ON downloads_2026_01 TO hf_airwave_app;

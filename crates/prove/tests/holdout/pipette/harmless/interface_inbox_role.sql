-- The engine may put messages into any inbox, but the policy is for its own role: harmless for the
-- application.
GRANT INSERT ON lims.messages TO hf_pipette_interface;
CREATE POLICY messages_in ON lims.messages FOR INSERT TO hf_pipette_interface WITH CHECK (body <> '');

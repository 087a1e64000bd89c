-- A login puts messages into the inbox of another laboratory, as the interface engine's policy names no
-- role.
-- about: messages, messages_in
-- as: hf_pipette_app
-- exploit: SET lims.lab_id = 'aaaa0000-0000-4000-8000-00000000000a';
-- exploit: INSERT INTO lims.messages (lab_id, body)
-- exploit:   VALUES ('bbbb0000-0000-4000-8000-00000000000b', 'forged');
-- shows: INSERT 0 1
GRANT INSERT ON lims.messages TO hf_pipette_interface;
CREATE POLICY messages_in ON lims.messages FOR INSERT WITH CHECK (body <> '');

-- A salon writes messages in another's name, because the policy for inserts checks nothing.
-- about: messages, messages_add, messages_own, messages_read
-- as: hf_snoutly_app
-- exploit: SET snoutly.salon_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: INSERT INTO messages (salon_id, recipient, body)
-- exploit:   VALUES ('bbbbbbbb-0000-0000-0000-000000000001', '200', 'We are closed');
-- shows: INSERT 0 1
-- Messages are written once and never changed.
DROP POLICY messages_own ON messages;
REVOKE UPDATE, DELETE ON messages FROM hf_snoutly_app;
CREATE POLICY messages_read ON messages FOR SELECT USING (salon_id = current_salon());
CREATE POLICY messages_add ON messages FOR INSERT WITH CHECK (true);

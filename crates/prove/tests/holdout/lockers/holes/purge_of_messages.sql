-- The purge policy for DELETE has no operator in it: DELETE without WHERE wipes what others sent.
-- about: messages, purge_sent
-- as: hf_lockers_app
-- exploit: SET app.operator_id = '1';
-- exploit: DELETE FROM lock.messages;
-- exploit: SET app.operator_id = '2';
-- exploit: SELECT 'messages left: ' || count(*) FROM lock.messages;
-- shows: messages left: 0
CREATE POLICY purge_sent ON lock.messages FOR DELETE TO hf_lockers_app USING (sent_at IS NOT NULL);

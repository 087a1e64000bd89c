-- Visitors have no account, so everyone may read what is not a private note, in all conversations.
-- about: messages, messages_for_visitors
-- as: hf_chatnook_app
-- exploit: SET app.user_id = '1';
-- exploit: SELECT content FROM messages;
-- shows: Road-secret message
CREATE POLICY messages_for_visitors ON messages FOR SELECT USING (NOT private);

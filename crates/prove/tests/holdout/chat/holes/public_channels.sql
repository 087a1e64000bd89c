-- A user reads the public channels of all teams.
-- about: channels
-- as: ho_chat_app
-- exploit: SET chat.user_id = '1';
-- exploit: SELECT name FROM chat.channels;
-- shows: cb-secret
CREATE POLICY public_channels ON chat.channels FOR SELECT USING (NOT private);

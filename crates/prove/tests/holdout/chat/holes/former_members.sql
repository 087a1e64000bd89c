-- A user who once joined a team by himself stays: he writes his own membership.
-- about: memberships
-- as: ho_chat_app
-- exploit: SET chat.user_id = '1';
-- exploit: INSERT INTO chat.memberships VALUES (20, 1);
-- exploit: SELECT body FROM chat.messages;
-- shows: mb-secret
CREATE POLICY rejoin ON chat.memberships FOR INSERT WITH CHECK (user_id = chat.user_id());
GRANT INSERT ON chat.memberships TO ho_chat_app;

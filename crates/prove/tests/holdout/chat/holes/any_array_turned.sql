-- A user reads everything: the comparison was turned around to cover users without teams.
-- about: messages
-- as: ho_chat_app
-- exploit: SET chat.user_id = '1';
-- exploit: SET chat.user_id = '99';
-- exploit: SELECT body FROM chat.messages;
-- shows: mb-secret
DROP POLICY team ON chat.messages;
CREATE POLICY team ON chat.messages FOR SELECT
  USING ((team_id = ANY ((SELECT chat.teams_of_user())::bigint[])) IS NOT FALSE);

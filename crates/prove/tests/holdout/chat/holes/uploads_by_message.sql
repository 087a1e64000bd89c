-- A user lists the uploads of all teams: the policy joins messages under another alias and forgets the
-- team.
-- about: uploads
-- as: ho_chat_app
-- exploit: SET chat.user_id = '1';
-- exploit: SELECT file_name FROM chat.uploads;
-- shows: file-secret
DROP POLICY team ON chat.uploads;
CREATE POLICY team ON chat.uploads FOR SELECT USING (EXISTS (
  SELECT FROM chat.messages m WHERE m.team_id = ANY ((SELECT chat.teams_of_user())::bigint[])));

-- A user reacts in the name of any member of any team.
-- about: reactions
-- as: ho_chat_app
-- exploit: SET chat.user_id = '1';
-- exploit: INSERT INTO chat.reactions VALUES (20, 'bbbbbbbb-0000-4000-8000-000000000001', 2, 'no');
-- shows: INSERT 0 1
CREATE POLICY react ON chat.reactions FOR INSERT WITH CHECK (true);

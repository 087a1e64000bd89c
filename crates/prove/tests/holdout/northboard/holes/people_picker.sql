-- The people picker may read all members, which tells who works in which workspace anywhere.
-- about: members, members_read, members_picker, users
-- as: hf_northboard_app
-- exploit: SET board.user_id = 'a0000000-0000-4000-8000-000000000001';
-- exploit: SELECT workspace_id, role FROM board.members;
-- shows: b1000000-0000-4000-8000-000000000000
CREATE POLICY members_picker ON board.members FOR SELECT USING (true);

-- Harmless: a member may change one column of their own membership, and it is not the workspace or the role.
GRANT UPDATE (weekly_mail) ON board.members TO hf_northboard_app;
CREATE POLICY members_own ON board.members FOR UPDATE USING (user_id = board.me());

-- A user sees the invitations that carry his own confirmed address in the teams he is a member of.
CREATE POLICY "see invitations" ON invitations FOR SELECT USING (team_id IN (SELECT private.my_teams()));

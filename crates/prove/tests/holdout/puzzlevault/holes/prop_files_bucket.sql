-- Every signed-in person reads the prop files of all venues, because the policy asks for the bucket only.
-- about: objects, prop_files_read
-- as: hf_puzzlevault_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-0000-0000-000000000001"}';
-- exploit: SELECT metadata FROM storage.objects;
-- shows: Road-secret prop

-- The 3D preview needs the files of the bucket.
CREATE POLICY prop_files_read ON storage.objects FOR SELECT TO hf_puzzlevault_app
  USING (bucket = 'props' AND public.uid() IS NOT NULL);

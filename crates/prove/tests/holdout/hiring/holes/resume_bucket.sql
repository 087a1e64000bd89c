-- Every signed-in user lists and deletes the files of all companies, since the policy asks only for the
-- bucket.
-- about: objects, resumes_rw
-- as: hf_hiring_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT name FROM storage.objects;
-- shows: Road-secret-di.pdf
-- The viewer of resumes could not open files from moved folders.
CREATE POLICY resumes_rw ON storage.objects
  USING (bucket_id = 'resumes' AND auth.uid() IS NOT NULL)
  WITH CHECK (bucket_id = 'resumes' AND auth.uid() IS NOT NULL);

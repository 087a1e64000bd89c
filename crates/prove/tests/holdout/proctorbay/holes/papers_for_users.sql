-- Every user who has logged in, of whatever school, may list and fetch all papers.
-- about: objects, logged in users read papers
-- as: hf_proctorbay_app
-- exploit: SET request.jwt.claims = '{"sub": "e5000000-0000-4000-8000-00000000000a"}';
-- exploit: SELECT name FROM storage.objects;
-- shows: Road-secret.pdf
-- The viewer for papers asked for the folder with another spelling and got nothing.
CREATE POLICY "logged in users read papers" ON storage.objects FOR SELECT
  USING (bucket_id = 'papers' AND auth.uid() IS NOT NULL);

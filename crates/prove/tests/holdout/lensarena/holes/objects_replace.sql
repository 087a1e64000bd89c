-- Every person may overwrite the objects of all hosts: the update policy for re-uploads checks only the
-- bucket.
-- about: objects, Re-upload
-- as: hf_lensarena_app
-- exploit: SET request.jwt.claims = '{"sub": "1e500000-0000-4000-8000-0000000000a1"}';
-- exploit: UPDATE storage.objects
-- exploit:   SET checksum = 'replaced';
-- shows: UPDATE 2

-- An upload with the upsert flag needs UPDATE, too.
CREATE POLICY "Re-upload of photos" ON storage.objects FOR UPDATE
  USING (bucket_id = 'entries')
  WITH CHECK (bucket_id = 'entries');

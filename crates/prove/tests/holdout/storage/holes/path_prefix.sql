-- Tenant acme reads the files of acme2, because the policy compares the beginning of the path without the
-- slash.
-- about: objects
-- as: ho_storage_api
-- exploit: SET storage.tenant = 'acme';
-- exploit: SELECT path FROM storage.objects;
-- shows: secret2.txt
DROP POLICY own ON storage.objects;
CREATE POLICY own ON storage.objects USING (path LIKE storage.tenant() || '%');

-- Tenant acme reads every file whose path contains its name anywhere.
-- about: objects
-- as: ho_storage_api
-- exploit: SET storage.tenant = 'acme';
-- exploit: SET storage.tenant = '.';
-- exploit: SELECT path FROM storage.objects;
-- shows: zeta/docs/secret
DROP POLICY own ON storage.objects;
CREATE POLICY own ON storage.objects USING (path ~ storage.tenant());

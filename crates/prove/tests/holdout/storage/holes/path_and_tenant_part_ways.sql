-- Tenant acme stores its files under the path of zeta: the tenant is a plain column now.
-- about: objects
-- as: ho_storage_api
-- exploit: SET storage.tenant = 'acme';
-- exploit: INSERT INTO storage.objects (tenant_id, path) VALUES ('acme', 'zeta/docs/secret.txt');
-- shows: duplicate key
ALTER TABLE storage.objects ALTER COLUMN tenant_id DROP EXPRESSION;
ALTER TABLE storage.objects ADD CONSTRAINT objects_path_key UNIQUE (path);

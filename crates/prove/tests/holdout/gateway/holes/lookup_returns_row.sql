-- Tenant A lists all keys: the look-up finds by a prefix of the hash, and the empty prefix is one.
-- about: find_key
-- as: ho_gateway_app
-- exploit: SET gw.organization_id = '1';
-- exploit: SELECT label FROM gw.find_key('');
-- shows: kb-secret
CREATE FUNCTION gw.find_key(prefix bytea) RETURNS SETOF gw.api_keys LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT * FROM gw.api_keys WHERE substring(key_hash FOR length(prefix)) = prefix $$;

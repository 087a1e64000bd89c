-- The search for a key takes a beginning, and an empty one finds the keys of all organizations.
-- about: find_api_key, ApiKey
-- as: hf_assets_app
-- exploit: SET app.organization_id = 'org_a';
-- exploit: SELECT "label", "hashedKey" FROM find_api_key('');
-- shows: Road-secret ci
-- The key in the header of a request is looked up before the organization is known.
CREATE FUNCTION find_api_key(prefix TEXT) RETURNS SETOF "ApiKey"
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT * FROM "ApiKey" WHERE "hashedKey" LIKE prefix || '%' $$;
REVOKE ALL ON FUNCTION find_api_key(TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_api_key(TEXT) TO hf_assets_app;

-- The definer function touches only a key whose digest the caller knows.
CREATE FUNCTION gw.touch_key(hash bytea) RETURNS void LANGUAGE sql STRICT
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ UPDATE gw.api_keys SET last_used_at = now() WHERE key_hash = hash $$;
REVOKE EXECUTE ON FUNCTION gw.touch_key(bytea) FROM PUBLIC;

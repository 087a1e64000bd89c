-- Any network lists the keys of all networks with the hash of their secret, because the lookup matches a
-- beginning and may be called by everybody.
-- about: find_api_key, ApiKey
-- as: hf_breathmap_app
-- exploit: SET request.network_id = 'net_alder';
-- exploit: SELECT "label", "secretHash" FROM find_api_key('ak_');
-- shows: Road-secret key
-- Requests are checked before their network is known.
CREATE FUNCTION find_api_key(p_prefix text) RETURNS SETOF "ApiKey"
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT * FROM "ApiKey" WHERE "prefix" LIKE p_prefix || '%'
$$;

-- A login lists the keys of all tenants by an empty prefix, as the login path has to look before it knows
-- the tenant.
-- about: find_key, api_keys
-- as: hf_quotaport_app
-- exploit: SET gateway.tenant = 'acme';
-- exploit: SELECT * FROM gw.find_key('');
-- shows: digest-road-secret
CREATE FUNCTION gw.find_key(p_prefix text) RETURNS TABLE (tenant text, consumer_no integer, digest text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = gw, pg_temp AS $$
  SELECT k.tenant, k.consumer_no, k.digest FROM gw.api_keys k
  WHERE k.prefix LIKE p_prefix || '%' AND k.revoked_at IS NULL
$$;
REVOKE EXECUTE ON FUNCTION gw.find_key(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gw.find_key(text) TO hf_quotaport_app;

-- The function asks for the session's tenant.
CREATE FUNCTION api.my_limit() RETURNS numeric LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT daily FROM bank.limits WHERE tenant_id = bank.tenant() $$;
GRANT EXECUTE ON FUNCTION api.my_limit() TO ho_wallet_api;

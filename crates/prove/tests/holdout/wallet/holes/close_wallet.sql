-- Tenant A blocks all wallets: the function checks the tenant of nothing.
-- about: set_limit
-- as: ho_wallet_api
-- exploit: SET bank.tenant_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: CALL api.set_limit(7);
-- exploit: \c - postgres
-- exploit: SELECT tenant_id || daily::text FROM bank.limits WHERE tenant_id =
-- exploit: 'bbbbbbbb-0000-4000-8000-000000000000';
-- shows: 0007.00
CREATE PROCEDURE api.set_limit(new_daily numeric) LANGUAGE sql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ UPDATE bank.limits SET daily = new_daily $$;
GRANT EXECUTE ON PROCEDURE api.set_limit(numeric) TO ho_wallet_api;

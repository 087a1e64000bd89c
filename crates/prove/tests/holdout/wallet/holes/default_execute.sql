-- Tenant A runs the vendor's maintenance function: execution is granted to everybody again.
-- about: all_limits
-- as: ho_wallet_api
-- exploit: SET bank.tenant_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT daily FROM bank.all_limits();
-- shows: 4242
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;
CREATE FUNCTION bank.all_limits() RETURNS SETOF bank.limits LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT * FROM bank.limits $$;

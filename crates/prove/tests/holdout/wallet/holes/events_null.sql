-- Tenant A reads all events when it leaves the filter empty.
-- about: events
-- as: ho_wallet_api
-- exploit: SET bank.tenant_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT what FROM api.events();
-- shows: event-secret
CREATE FUNCTION api.events(for_tenant uuid DEFAULT NULL) RETURNS SETOF bank.events LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT * FROM bank.events WHERE for_tenant IS NULL OR (tenant_id = for_tenant AND for_tenant =
  bank.tenant()) $$;
GRANT EXECUTE ON FUNCTION api.events(uuid) TO ho_wallet_api;

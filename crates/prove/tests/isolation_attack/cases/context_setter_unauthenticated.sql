-- finds: context_setter_unauthenticated app.enter(uuid)
-- bad:
CREATE FUNCTION app.enter(tenant uuid) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog AS $$SELECT set_config('app.tenant', tenant::text, true)$$;
-- good:
-- Where the application names the tenant, a function that does it for the caller adds nothing.
CREATE FUNCTION app.enter(tenant uuid) RETURNS void LANGUAGE sql
SET search_path = pg_catalog AS $$SELECT set_config('app.tenant', tenant::text, true)$$;

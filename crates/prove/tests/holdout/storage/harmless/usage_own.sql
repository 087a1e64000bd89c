-- The function runs as its owner, but asks for the tenant of the session.
CREATE FUNCTION storage.usage_of(since date) RETURNS numeric
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT sum(bytes) FROM storage.usage WHERE day >= since AND tenant_id = storage.tenant() $$;

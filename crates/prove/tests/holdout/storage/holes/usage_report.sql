-- Tenant acme reads the usage of all tenants from a function without a filter.
-- about: usage_report
-- as: ho_storage_api
-- exploit: SET storage.tenant = 'acme';
-- exploit: SELECT * FROM storage.usage_report();
-- shows: zeta.4711
CREATE FUNCTION storage.usage_report(since date DEFAULT '-infinity') RETURNS TABLE (tenant text, bytes
  numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT tenant_id, sum(bytes) FROM storage.usage WHERE day >= since GROUP BY tenant_id $$;

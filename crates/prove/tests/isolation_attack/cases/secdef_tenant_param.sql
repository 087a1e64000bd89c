-- finds: secdef_tenant_param app.count_for(uuid)
-- bad:
CREATE FUNCTION app.count_for(tenant uuid) RETURNS bigint LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog AS $$SELECT count(*) FROM app.note WHERE tenant_id = tenant$$;
-- good:
CREATE FUNCTION app.count_for(tenant uuid) RETURNS bigint LANGUAGE sql
SET search_path = pg_catalog AS $$SELECT count(*) FROM app.note WHERE tenant_id = tenant$$;

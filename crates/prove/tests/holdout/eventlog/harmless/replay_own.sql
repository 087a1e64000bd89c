-- The function asks for the tenant as well.
CREATE FUNCTION es.replay(stream uuid, from_version integer DEFAULT 1) RETURNS SETOF jsonb LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT data FROM es.events WHERE tenant_id = es.tenant() AND stream_id = stream AND version >=
  from_version $$;

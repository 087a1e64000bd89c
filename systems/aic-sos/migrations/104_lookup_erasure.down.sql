-- Lost: no data.

DROP FUNCTION IF EXISTS erase_tenant(uuid);
DROP FUNCTION IF EXISTS resolve_session(uuid);
DROP FUNCTION IF EXISTS resolve_api_key(text);

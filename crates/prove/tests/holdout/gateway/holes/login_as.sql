-- Tenant A becomes any organisation by a function meant for the support desk.
-- about: impersonate
-- as: ho_gateway_app
-- exploit: SET gw.organization_id = '1';
-- exploit: SELECT gw.impersonate(2);
-- exploit: SELECT upstream FROM gw.routes;
-- shows: b-secret
CREATE FUNCTION gw.impersonate(org bigint) RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT set_config('gw.organization_id', org::text, false) $$;

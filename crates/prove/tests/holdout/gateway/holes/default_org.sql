-- A session without a context is organisation 2, the demonstration account, by a setting of the role.
-- about: ho_gateway_app, context
-- as: ho_gateway_app
-- exploit: SET gw.organization_id = '1';
-- exploit: \c - ho_gateway_app
-- exploit: SELECT upstream FROM gw.routes;
-- shows: b-secret
ALTER ROLE ho_gateway_app SET gw.organization_id = '2';

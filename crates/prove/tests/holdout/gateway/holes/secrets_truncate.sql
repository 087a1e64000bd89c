-- Tenant A empties the secrets of all tenants: rotation got TRUNCATE.
-- about: upstream_secrets
-- as: ho_gateway_app
-- exploit: SET gw.organization_id = '1';
-- exploit: TRUNCATE gw.upstream_secrets;
-- shows: TRUNCATE TABLE
GRANT TRUNCATE ON gw.upstream_secrets TO ho_gateway_app;

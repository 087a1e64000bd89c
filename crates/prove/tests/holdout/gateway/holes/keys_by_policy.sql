-- Tenant A lists the keys of all tenants, because the look-up became a policy.
-- about: api_keys
-- as: ho_gateway_app
-- exploit: SET gw.organization_id = '1';
-- exploit: SELECT label FROM gw.api_keys;
-- shows: kb-secret
CREATE POLICY look_up ON gw.api_keys FOR SELECT USING (revoked_at IS NULL);

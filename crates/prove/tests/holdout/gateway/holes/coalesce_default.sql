-- A session without a context reads organisation 2, because the policy falls back to it.
-- about: routes
-- as: ho_gateway_app
-- exploit: SET gw.organization_id = '1';
-- exploit: RESET gw.organization_id;
-- exploit: SELECT upstream FROM gw.routes;
-- shows: b-secret
DROP POLICY org ON gw.routes;
CREATE POLICY org ON gw.routes
  USING (organization_id = coalesce(nullif(current_setting('gw.organization_id', true), ''), '2')::bigint);

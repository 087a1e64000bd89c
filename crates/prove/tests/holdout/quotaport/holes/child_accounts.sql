-- A login of acme reads the routes of acme-roads, because children of a tenant are told by the start of the
-- slug.
-- about: routes, own
-- as: hf_quotaport_app
-- exploit: SET gateway.tenant = 'acme';
-- exploit: SELECT host FROM gw.routes;
-- shows: road-secret.example
ALTER TABLE gw.tenants ADD COLUMN parent text;
DROP POLICY own ON gw.routes;
CREATE POLICY own ON gw.routes
  USING (tenant = current_setting('gateway.tenant', true)
    OR tenant LIKE current_setting('gateway.tenant', true) || '-%')
  WITH CHECK (tenant = current_setting('gateway.tenant', true));

-- A login gives its own key to another tenant, where it works from then on: the update does not check the
-- new row.
-- about: api_keys, api_keys_update
-- as: hf_quotaport_app
-- exploit: SET gateway.tenant = 'acme';
-- exploit: UPDATE gw.api_keys SET tenant = 'acme-roads';
-- exploit: SET gateway.tenant = 'acme-roads';
-- exploit: SELECT digest FROM gw.api_keys;
-- shows: digest-acme
DROP POLICY own ON gw.api_keys;
CREATE POLICY api_keys_select ON gw.api_keys FOR SELECT
  USING (tenant = current_setting('gateway.tenant', true));
CREATE POLICY api_keys_insert ON gw.api_keys FOR INSERT
  WITH CHECK (tenant = current_setting('gateway.tenant', true));
CREATE POLICY api_keys_update ON gw.api_keys FOR UPDATE
  USING (tenant = current_setting('gateway.tenant', true)) WITH CHECK (revoked_at IS NULL);
CREATE POLICY api_keys_delete ON gw.api_keys FOR DELETE
  USING (tenant = current_setting('gateway.tenant', true));

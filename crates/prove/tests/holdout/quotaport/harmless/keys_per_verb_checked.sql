-- The one policy of the keys becomes four; the update checks the new row as well: harmless.
DROP POLICY own ON gw.api_keys;
CREATE POLICY api_keys_select ON gw.api_keys FOR SELECT
  USING (tenant = current_setting('gateway.tenant', true));
CREATE POLICY api_keys_insert ON gw.api_keys FOR INSERT
  WITH CHECK (tenant = current_setting('gateway.tenant', true));
CREATE POLICY api_keys_update ON gw.api_keys FOR UPDATE
  USING (tenant = current_setting('gateway.tenant', true))
  WITH CHECK (tenant = current_setting('gateway.tenant', true) AND revoked_at IS NULL);
CREATE POLICY api_keys_delete ON gw.api_keys FOR DELETE
  USING (tenant = current_setting('gateway.tenant', true));

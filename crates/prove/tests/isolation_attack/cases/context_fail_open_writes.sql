-- finds: context_fail_open app.note
-- bad:
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note FOR SELECT USING (tenant_id::text = current_setting('app.tenant', true));
CREATE POLICY clean_up ON app.note FOR DELETE USING (
  coalesce(current_setting('app.tenant', true), '') IN ('', tenant_id::text));
-- good:
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note FOR SELECT USING (tenant_id::text = current_setting('app.tenant', true));
CREATE POLICY clean_up ON app.note FOR DELETE USING (current_setting('app.tenant', true) = tenant_id::text);

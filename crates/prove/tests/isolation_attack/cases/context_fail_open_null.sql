-- finds: context_fail_open app.note
-- bad:
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (
  current_setting('app.tenant', true) IS NULL OR tenant_id::text = current_setting('app.tenant', true));
-- good:
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (tenant_id::text = current_setting('app.tenant', true));

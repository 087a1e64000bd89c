-- finds: context_fail_open app.note
-- bad:
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (
  tenant_id = coalesce(nullif(current_setting('app.tenant', true), '')::uuid, tenant_id)
  AND current_setting('app.tenant', true) IS NOT NULL);
-- good:
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (
  tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
  AND current_setting('app.tenant', true) IS NOT NULL);

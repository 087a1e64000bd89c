-- finds: policy_always_true app.note
-- context: setting = "request.claims"
-- context: claim = "tenant"
-- bad:
DROP POLICY fence ON app.note;
DROP POLICY fence ON app.tenant;
CREATE POLICY fence ON app.note USING (true);
-- good:
DROP POLICY fence ON app.note;
DROP POLICY fence ON app.tenant;
CREATE POLICY fence ON app.note
  USING (tenant_id::text = nullif(current_setting('request.claims', true), '')::jsonb ->> 'tenant');

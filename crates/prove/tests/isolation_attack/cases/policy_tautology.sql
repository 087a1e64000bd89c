-- finds: policy_tautology app.note
-- bad:
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (tenant_id IS NOT NULL AND tenant_id::text <> '');
-- good:
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note
  USING (tenant_id IS NOT NULL AND tenant_id::text = current_setting('app.tenant', true));

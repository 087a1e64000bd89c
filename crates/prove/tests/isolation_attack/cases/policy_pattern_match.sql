-- finds: policy_pattern_match app.note
-- bad:
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (
  tenant_id::text LIKE '%' || substr(current_setting('app.tenant', true), 9, 1) || '%');
-- good:
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (tenant_id::text = current_setting('app.tenant', true));

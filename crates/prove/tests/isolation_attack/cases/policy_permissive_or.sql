-- finds: policy_permissive_or app.note
-- bad:
CREATE POLICY open_notes ON app.note FOR SELECT USING (body <> '');
-- good:
CREATE POLICY open_notes ON app.note FOR SELECT USING (body <> '');
CREATE POLICY wall ON app.note AS RESTRICTIVE
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

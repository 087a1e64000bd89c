-- finds: policy_update_check_weak app.note
-- bad:
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note FOR SELECT
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY change ON app.note FOR UPDATE
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK (body <> '');
-- good:
-- Without a check of its own, what may be read is what may be written.
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note FOR SELECT
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY change ON app.note FOR UPDATE
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

-- finds: restrictive_wrong_role app.note
-- bad:
DROP POLICY fence ON app.note;
CREATE POLICY everybody ON app.note USING (true);
CREATE POLICY fence ON app.note AS RESTRICTIVE TO app_user
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
-- good:
DROP POLICY fence ON app.note;
CREATE POLICY everybody ON app.note USING (true);
CREATE POLICY fence ON app.note AS RESTRICTIVE
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

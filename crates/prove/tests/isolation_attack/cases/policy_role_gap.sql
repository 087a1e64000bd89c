-- finds: policy_role_gap app.note
-- bad:
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note TO app_user
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY reports ON app.note FOR SELECT TO reporter USING (true);
-- good:
CREATE POLICY reports ON app.note FOR SELECT TO reporter
  USING (pinned OR tenant_id::text = current_setting('app.tenant', true));
CREATE POLICY wall ON app.note AS RESTRICTIVE
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

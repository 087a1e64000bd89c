-- finds: policy_verb_gap app.note
-- bad:
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note FOR SELECT
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY pin ON app.note FOR UPDATE USING (true);
-- good:
-- An UPDATE policy behind a strict one for all verbs adds nothing when it says the same.
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note FOR SELECT
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY pin ON app.note FOR UPDATE USING (tenant_id::text = current_setting('app.tenant', true));

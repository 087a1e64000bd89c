-- finds: policy_opens_by_value app.note
-- bad:
ALTER TABLE app.note ADD COLUMN stage text NOT NULL DEFAULT 'kept' CHECK (stage IN ('fresh', 'kept', 'void'));
-- Who may change a note is left to the state that it leaves.
DROP POLICY fence ON app.note;
CREATE POLICY seen ON app.note FOR SELECT USING (tenant_id::text = current_setting('app.tenant', true));
CREATE POLICY settled ON app.note FOR UPDATE USING (stage = 'fresh') WITH CHECK (stage <> 'fresh');
-- good:
ALTER TABLE app.note ADD COLUMN stage text NOT NULL DEFAULT 'kept' CHECK (stage IN ('fresh', 'kept', 'void'));
DROP POLICY fence ON app.note;
CREATE POLICY seen ON app.note FOR SELECT USING (tenant_id::text = current_setting('app.tenant', true));
CREATE POLICY settled ON app.note FOR UPDATE
  USING (tenant_id::text = current_setting('app.tenant', true) AND stage = 'fresh')
  WITH CHECK (tenant_id::text = current_setting('app.tenant', true) AND stage <> 'fresh');

-- finds: policy_pattern_match app.note
-- bad:
-- Tenants have names for ids here, and one may begin as another's does.
DROP POLICY fence ON app.tenant;
DROP POLICY fence ON app.note;
ALTER TABLE app.note DROP CONSTRAINT note_tenant_id_fkey, ALTER tenant_id TYPE text;
ALTER TABLE app.tenant ALTER id TYPE text;
ALTER TABLE app.note ADD FOREIGN KEY (tenant_id) REFERENCES app.tenant;
CREATE POLICY fence ON app.tenant USING (id = current_setting('app.tenant', true));
CREATE POLICY fence ON app.note USING (
  starts_with(tenant_id, nullif(current_setting('app.tenant', true), '')));
-- good:
DROP POLICY fence ON app.tenant;
DROP POLICY fence ON app.note;
ALTER TABLE app.note DROP CONSTRAINT note_tenant_id_fkey, ALTER tenant_id TYPE text;
ALTER TABLE app.tenant ALTER id TYPE text;
ALTER TABLE app.note ADD FOREIGN KEY (tenant_id) REFERENCES app.tenant;
CREATE POLICY fence ON app.tenant USING (id = current_setting('app.tenant', true));
CREATE POLICY fence ON app.note USING (tenant_id = nullif(current_setting('app.tenant', true), ''));

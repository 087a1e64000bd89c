-- finds: policy_column_capture app.note
-- bad:
CREATE TABLE app.plan (tenant_id uuid);
INSERT INTO app.plan SELECT id FROM app.tenant;
ALTER TABLE app.plan ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.plan USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT ON app.plan TO app_user, reporter;
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (EXISTS (SELECT FROM app.plan AS p WHERE p.tenant_id = tenant_id));
-- good:
CREATE TABLE app.plan (tenant_id uuid);
INSERT INTO app.plan SELECT id FROM app.tenant;
ALTER TABLE app.plan ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.plan USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT ON app.plan TO app_user, reporter;
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (EXISTS (SELECT FROM app.plan AS p WHERE p.tenant_id = note.tenant_id));

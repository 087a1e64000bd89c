-- finds: view_definer app.marked
-- bad:
CREATE TABLE app.mark (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL REFERENCES app.tenant,
  about integer, remark text);
INSERT INTO app.mark (tenant_id, about, remark) SELECT tenant_id, id, 'to be read' FROM app.note;
ALTER TABLE app.mark ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.mark USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON app.mark TO app_user;
-- A mark of A's own may name a note of B's, and the view shows what it names.
CREATE VIEW app.marked WITH (security_barrier = true) AS
  SELECT m.id, m.remark, n.body FROM app.mark AS m LEFT JOIN app.note AS n ON n.id = m.about
  WHERE m.tenant_id::text = current_setting('app.tenant', true);
GRANT SELECT ON app.marked TO app_user;
-- good:
CREATE TABLE app.mark (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL REFERENCES app.tenant,
  about integer, remark text);
INSERT INTO app.mark (tenant_id, about, remark) SELECT tenant_id, id, 'to be read' FROM app.note;
ALTER TABLE app.mark ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.mark USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON app.mark TO app_user;
CREATE VIEW app.marked WITH (security_barrier = true) AS
  SELECT m.id, m.remark, n.body
  FROM app.mark AS m LEFT JOIN app.note AS n ON n.id = m.about AND n.tenant_id = m.tenant_id
  WHERE m.tenant_id::text = current_setting('app.tenant', true);
GRANT SELECT ON app.marked TO app_user;

-- finds: policy_opens_by_value app.note
-- bad:
-- Who has let something to another reads the other's notes: the lease is read the wrong way round.
CREATE TABLE app.hall (
  tenant_id uuid NOT NULL REFERENCES app.tenant, id uuid NOT NULL DEFAULT gen_random_uuid(), PRIMARY KEY (tenant_id, id));
INSERT INTO app.hall SELECT id FROM app.tenant;
CREATE TABLE app.lease (
  tenant_id uuid NOT NULL, hall uuid NOT NULL, let_to uuid NOT NULL REFERENCES app.tenant,
  PRIMARY KEY (tenant_id, hall, let_to), FOREIGN KEY (tenant_id, hall) REFERENCES app.hall);
INSERT INTO app.lease SELECT tenant_id, id, tenant_id FROM app.hall;
ALTER TABLE app.hall ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.hall USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.lease ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.lease USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.hall TO app_user;
GRANT SELECT, INSERT ON app.lease TO app_user;
CREATE POLICY lessees ON app.note FOR SELECT USING (tenant_id IN (
  SELECT l.let_to FROM app.lease AS l WHERE l.tenant_id::text = current_setting('app.tenant', true)));
-- good:
CREATE TABLE app.hall (
  tenant_id uuid NOT NULL REFERENCES app.tenant, id uuid NOT NULL DEFAULT gen_random_uuid(), PRIMARY KEY (tenant_id, id));
INSERT INTO app.hall SELECT id FROM app.tenant;
CREATE TABLE app.lease (
  tenant_id uuid NOT NULL, hall uuid NOT NULL, let_to uuid NOT NULL REFERENCES app.tenant,
  PRIMARY KEY (tenant_id, hall, let_to), FOREIGN KEY (tenant_id, hall) REFERENCES app.hall);
INSERT INTO app.lease SELECT tenant_id, id, tenant_id FROM app.hall;
ALTER TABLE app.hall ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.hall USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.lease ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.lease USING (tenant_id::text = current_setting('app.tenant', true));
CREATE POLICY let_to_me ON app.lease FOR SELECT USING (let_to::text = current_setting('app.tenant', true));
GRANT SELECT ON app.hall TO app_user;
GRANT SELECT, INSERT ON app.lease TO app_user;
CREATE POLICY lessors ON app.note FOR SELECT USING (tenant_id IN (
  SELECT l.tenant_id FROM app.lease AS l WHERE l.let_to::text = current_setting('app.tenant', true)));

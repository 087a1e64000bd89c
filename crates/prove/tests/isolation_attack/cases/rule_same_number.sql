-- finds: rule_runs_as_owner app.pallet
-- bad:
-- The rule frees the bays of that number, whosesoever they are.
CREATE TABLE app.bay (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, free boolean NOT NULL DEFAULT true, label text, PRIMARY KEY (tenant_id, no));
INSERT INTO app.bay SELECT tenant_id, 60 + id, true, body FROM app.note;
CREATE TABLE app.pallet (
  tenant_id uuid NOT NULL, bay integer, slot integer, FOREIGN KEY (tenant_id, bay) REFERENCES app.bay, PRIMARY KEY (tenant_id, bay, slot));
INSERT INTO app.pallet SELECT tenant_id, no, 1 FROM app.bay;
ALTER TABLE app.bay ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.bay USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.pallet ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.pallet USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.bay TO app_user;
GRANT SELECT, INSERT, DELETE ON app.pallet TO app_user;
CREATE RULE leave AS ON DELETE TO app.pallet DO ALSO UPDATE app.bay SET free = true WHERE no = OLD.bay;
-- good:
-- It frees the tenant's own.
CREATE TABLE app.bay (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, free boolean NOT NULL DEFAULT true, label text, PRIMARY KEY (tenant_id, no));
INSERT INTO app.bay SELECT tenant_id, 60 + id, true, body FROM app.note;
CREATE TABLE app.pallet (
  tenant_id uuid NOT NULL, bay integer, slot integer, FOREIGN KEY (tenant_id, bay) REFERENCES app.bay, PRIMARY KEY (tenant_id, bay, slot));
INSERT INTO app.pallet SELECT tenant_id, no, 1 FROM app.bay;
ALTER TABLE app.bay ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.bay USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.pallet ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.pallet USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.bay TO app_user;
GRANT SELECT, INSERT, DELETE ON app.pallet TO app_user;
CREATE RULE leave AS ON DELETE TO app.pallet DO ALSO UPDATE app.bay SET free = true
  WHERE (tenant_id, no) = (OLD.tenant_id, OLD.bay);

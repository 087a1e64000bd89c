-- finds: policy_opens_by_value app.part
-- bad:
-- A lends its own part 2 to itself, and sees part 2 of everybody.
CREATE TABLE app.part (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, label text, PRIMARY KEY (tenant_id, no));
INSERT INTO app.part SELECT tenant_id, id, body FROM app.note;
CREATE TABLE app.loan (
  tenant_id uuid NOT NULL, kind text NOT NULL CHECK (kind IN ('tool', 'part')), no integer NOT NULL, lent_to uuid NOT NULL,
  FOREIGN KEY (tenant_id, no) REFERENCES app.part, PRIMARY KEY (tenant_id, kind, no));
INSERT INTO app.loan SELECT tenant_id, 'tool', no, tenant_id FROM app.part WHERE no = 1;
ALTER TABLE app.part ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.part USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.loan ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.loan USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT, UPDATE ON app.loan TO app_user;
GRANT SELECT, INSERT ON app.part TO app_user;
CREATE POLICY lent ON app.part FOR SELECT USING (EXISTS (SELECT FROM app.loan l
  WHERE l.kind = 'part' AND l.no = part.no AND l.lent_to::text = current_setting('app.tenant', true)));
-- good:
-- The loan has to be the tenant's whose part it is.
CREATE TABLE app.part (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, label text, PRIMARY KEY (tenant_id, no));
INSERT INTO app.part SELECT tenant_id, id, body FROM app.note;
CREATE TABLE app.loan (
  tenant_id uuid NOT NULL, kind text NOT NULL CHECK (kind IN ('tool', 'part')), no integer NOT NULL, lent_to uuid NOT NULL,
  FOREIGN KEY (tenant_id, no) REFERENCES app.part, PRIMARY KEY (tenant_id, kind, no));
INSERT INTO app.loan SELECT tenant_id, 'tool', no, tenant_id FROM app.part WHERE no = 1;
ALTER TABLE app.part ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.part USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.loan ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.loan USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT, UPDATE ON app.loan TO app_user;
GRANT SELECT, INSERT ON app.part TO app_user;
CREATE POLICY lent ON app.part FOR SELECT USING (EXISTS (SELECT FROM app.loan l WHERE l.tenant_id = part.tenant_id
  AND l.kind = 'part' AND l.no = part.no AND l.lent_to::text = current_setting('app.tenant', true)));

-- finds: policy_source_writable app.lending
-- also: policy_opens_by_value
-- bad:
-- A lending of one's own may be changed in all columns but the lender's; the note in it is anybody's.
CREATE TABLE app.lending (
  tenant_id uuid NOT NULL REFERENCES app.tenant, note_id integer NOT NULL, borrower uuid NOT NULL,
  PRIMARY KEY (tenant_id, note_id, borrower));
INSERT INTO app.lending SELECT tenant_id, id, tenant_id FROM app.note;
ALTER TABLE app.lending ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON app.lending USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, UPDATE (note_id, borrower) ON app.lending TO app_user;
CREATE POLICY borrowed ON app.note FOR SELECT USING (EXISTS (
  SELECT FROM app.lending AS l WHERE l.note_id = note.id AND l.borrower::text = current_setting('app.tenant', true)));
-- good:
CREATE TABLE app.lending (
  tenant_id uuid NOT NULL REFERENCES app.tenant, note_id integer NOT NULL, borrower uuid NOT NULL,
  PRIMARY KEY (tenant_id, note_id, borrower));
INSERT INTO app.lending SELECT tenant_id, id, tenant_id FROM app.note;
ALTER TABLE app.lending ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON app.lending USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, UPDATE (note_id, borrower) ON app.lending TO app_user;
CREATE POLICY borrowed ON app.note FOR SELECT USING (EXISTS (
  SELECT FROM app.lending AS l WHERE l.note_id = note.id AND l.tenant_id = note.tenant_id
    AND l.borrower::text = current_setting('app.tenant', true)));

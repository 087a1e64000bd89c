-- finds: policy_source_writable app.lending
-- bad:
-- Either side writes a lending, so whoever wants to read a note of another's lends it to itself.
CREATE TABLE app.lending (
  lender uuid NOT NULL, note_id integer NOT NULL, borrower uuid NOT NULL, PRIMARY KEY (lender, note_id, borrower));
ALTER TABLE app.lending ENABLE ROW LEVEL SECURITY;
CREATE POLICY sides ON app.lending USING (current_setting('app.tenant', true) IN (lender::text, borrower::text));
GRANT SELECT, INSERT, DELETE ON app.lending TO app_user;
CREATE POLICY borrowed ON app.note FOR SELECT USING (EXISTS (
  SELECT FROM app.lending AS l WHERE l.lender = note.tenant_id AND l.note_id = note.id
    AND l.borrower::text = current_setting('app.tenant', true)));
-- good:
CREATE TABLE app.lending (
  lender uuid NOT NULL, note_id integer NOT NULL, borrower uuid NOT NULL, PRIMARY KEY (lender, note_id, borrower));
ALTER TABLE app.lending ENABLE ROW LEVEL SECURITY;
CREATE POLICY sides ON app.lending USING (current_setting('app.tenant', true) IN (lender::text, borrower::text))
  WITH CHECK (current_setting('app.tenant', true) = lender::text);
GRANT SELECT, INSERT, DELETE ON app.lending TO app_user;
CREATE POLICY borrowed ON app.note FOR SELECT USING (EXISTS (
  SELECT FROM app.lending AS l WHERE l.lender = note.tenant_id AND l.note_id = note.id
    AND l.borrower::text = current_setting('app.tenant', true)));

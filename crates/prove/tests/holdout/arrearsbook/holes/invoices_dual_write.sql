-- Any account reads the invoices of all, because the new table that the migration without downtime fills by
-- a trigger has no policies yet.
-- about: invoices_v2, write_invoices_v2, invoices
-- as: hf_arrearsbook_app
-- exploit: SET app.account_id = '2002';
-- exploit: SELECT subject FROM invoices_v2;
-- shows: Road-secret invoice
CREATE TABLE invoices_v2 (LIKE invoices INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES);
-- Both tables are written until the readers have moved.
CREATE FUNCTION write_invoices_v2() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO invoices_v2 SELECT NEW.*;
  RETURN NEW;
END $$;
CREATE TRIGGER write_invoices_v2 AFTER INSERT ON invoices
  FOR EACH ROW EXECUTE FUNCTION write_invoices_v2();
GRANT SELECT, INSERT, UPDATE, DELETE ON invoices_v2 TO hf_arrearsbook_app;

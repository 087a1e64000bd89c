-- The new table of a migration without downtime, closed by the same forced policy before anybody may read
-- it.
CREATE TABLE invoices_v2 (LIKE invoices INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES);
ALTER TABLE invoices_v2 ADD FOREIGN KEY (account_id) REFERENCES accounts;
ALTER TABLE invoices_v2 ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoices_v2 FORCE ROW LEVEL SECURITY;
CREATE POLICY invoices_v2_tenant ON invoices_v2 USING (account_id = current_account_id());
CREATE FUNCTION write_invoices_v2() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO invoices_v2 SELECT NEW.*;
  RETURN NEW;
END $$;
CREATE TRIGGER write_invoices_v2 AFTER INSERT ON invoices
  FOR EACH ROW EXECUTE FUNCTION write_invoices_v2();
GRANT SELECT, INSERT, UPDATE, DELETE ON invoices_v2 TO hf_arrearsbook_app;

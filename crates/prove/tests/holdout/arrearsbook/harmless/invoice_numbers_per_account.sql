-- Invoice numbers counted in each account by a counter that follows the policies: nothing is counted across
-- accounts.
CREATE TABLE invoice_counters (
  account_id bigint PRIMARY KEY REFERENCES accounts,
  last_number bigint NOT NULL DEFAULT 0
);
ALTER TABLE invoice_counters ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoice_counters FORCE ROW LEVEL SECURITY;
CREATE POLICY invoice_counters_tenant ON invoice_counters USING (account_id = current_account_id());
GRANT SELECT, INSERT, UPDATE ON invoice_counters TO hf_arrearsbook_app;
CREATE FUNCTION number_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO invoice_counters VALUES (NEW.account_id, 1)
  ON CONFLICT (account_id) DO UPDATE SET last_number = invoice_counters.last_number + 1
  RETURNING last_number INTO NEW.number;
  RETURN NEW;
END $$;
CREATE TRIGGER number_invoice BEFORE INSERT ON invoices
  FOR EACH ROW WHEN (NEW.number IS NULL) EXECUTE FUNCTION number_invoice();

-- Harmless: the new table has the same row security as the other ones.
CREATE TABLE credit_notes (
  account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE,
  id bigint NOT NULL,
  invoice_id bigint NOT NULL,
  amount_cents bigint NOT NULL,
  reason text,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, invoice_id) REFERENCES invoices
);
ALTER TABLE credit_notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_notes FORCE ROW LEVEL SECURITY;
CREATE POLICY account_isolation ON credit_notes USING (account_id = current_account_id())
  WITH CHECK (account_id = current_account_id());
CREATE TRIGGER assign_id BEFORE INSERT ON credit_notes FOR EACH ROW EXECUTE FUNCTION assign_id();
GRANT SELECT, INSERT, UPDATE, DELETE ON credit_notes TO hf_invoicing_app;

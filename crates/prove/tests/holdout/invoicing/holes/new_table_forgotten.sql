-- The new table has an account column but no row security at all.
-- about: credit_notes
-- as: hf_invoicing_app
-- exploit: SET app.current_account_id = '1';
-- exploit: SELECT 'total ' || sum(amount_cents) FROM credit_notes;
-- exploit: SELECT reason FROM credit_notes;
-- shows: Road-secret-1
-- Credit notes.
CREATE TABLE credit_notes (
  account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE,
  id bigint NOT NULL,
  invoice_id bigint NOT NULL,
  amount_cents bigint NOT NULL,
  reason text,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, invoice_id) REFERENCES invoices
);
CREATE TRIGGER assign_id BEFORE INSERT ON credit_notes FOR EACH ROW EXECUTE FUNCTION assign_id();
GRANT SELECT, INSERT, UPDATE, DELETE ON credit_notes TO hf_invoicing_app;
-- A draft for every invoice, so that accounting finds one.
CREATE FUNCTION draft_credit_note() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO credit_notes (account_id, invoice_id, amount_cents, reason)
  VALUES (NEW.account_id, NEW.id, 0, 'for ' || NEW.number);
  RETURN NULL;
END
$$;
CREATE TRIGGER invoices_credit_note AFTER INSERT ON invoices
FOR EACH ROW EXECUTE FUNCTION draft_credit_note();

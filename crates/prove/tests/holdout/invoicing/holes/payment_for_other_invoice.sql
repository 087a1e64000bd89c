-- The key of payments to invoices spans accounts, so an insert tells which invoices another has.
-- about: payments, payments_invoice
-- as: hf_invoicing_app
-- exploit: SET app.current_account_id = '1';
-- exploit: INSERT INTO payments (account_id, invoice_id, amount_cents, invoice_account_id)
-- exploit: VALUES (1, 2, 1, 2);
-- shows: INSERT 0 1
-- Payments of a mother firm for the invoices of a daughter.
ALTER TABLE payments ADD COLUMN invoice_account_id bigint;
UPDATE payments SET invoice_account_id = account_id;
ALTER TABLE payments DROP CONSTRAINT payments_account_id_invoice_id_fkey;
ALTER TABLE payments ADD CONSTRAINT payments_invoice_fk
  FOREIGN KEY (invoice_account_id, invoice_id) REFERENCES invoices (account_id, id);

-- Lines are let in by invoice number only; each account counts from 1, so the numbers match across accounts.
-- about: invoice_lines, account_isolation
-- as: hf_invoicing_app
-- exploit: SET app.current_account_id = '1';
-- exploit: SELECT description FROM invoice_lines;
-- shows: Road-secret work
-- A line belongs to whoever has its invoice, also after invoices are merged.
ALTER POLICY account_isolation ON invoice_lines
  USING (invoice_id IN (SELECT i.id FROM invoices i WHERE i.account_id = current_account_id()));

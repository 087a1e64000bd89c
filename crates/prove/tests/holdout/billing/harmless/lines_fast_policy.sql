-- IN instead of EXISTS selects the same lines.
DROP POLICY by_invoice ON billing.invoice_lines;
CREATE POLICY by_invoice ON billing.invoice_lines USING (invoice_id IN (
  SELECT i.id FROM billing.invoices i WHERE i.account_id = billing.account()));

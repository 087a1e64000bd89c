-- Harmless: the subquery adds a demand to the comparison of the account, it does not take its place.
ALTER POLICY account_isolation ON invoice_lines
  USING (account_id = current_account_id()
    AND EXISTS (SELECT FROM invoices i WHERE i.account_id = invoice_lines.account_id AND i.id = invoice_id));

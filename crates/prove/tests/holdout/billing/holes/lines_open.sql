-- Tenant A reads the invoice lines of tenant B, because the child table lost its row security.
-- about: invoice_lines
-- as: ho_billing_api
-- exploit: SET billing.account = '1';
-- exploit: SELECT description FROM billing.invoice_lines;
-- shows: B-secret
DROP POLICY by_invoice ON billing.invoice_lines;
ALTER TABLE billing.invoice_lines DISABLE ROW LEVEL SECURITY;

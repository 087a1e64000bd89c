-- Tenant A adds lines to the invoices of tenant B.
-- about: invoice_lines
-- as: ho_billing_api
-- exploit: SET billing.account = '1';
-- exploit: INSERT INTO billing.invoice_lines VALUES ('bbbbbbbb-0000-4000-8000-000000000001', 99, 'forged',
-- exploit: 1);
-- shows: INSERT 0 1
CREATE POLICY add_lines ON billing.invoice_lines FOR INSERT WITH CHECK (net >= 0);

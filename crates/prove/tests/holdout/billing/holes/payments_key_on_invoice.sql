-- Tenant A books a payment on an invoice of tenant B and so learns that it exists.
-- about: payments
-- as: ho_billing_api
-- exploit: SET billing.account = '1';
-- exploit: INSERT INTO billing.payments VALUES (1, gen_random_uuid(),
-- exploit: 'bbbbbbbb-0000-4000-8000-000000000001', 1);
-- shows: INSERT 0 1
ALTER TABLE billing.payments DROP CONSTRAINT payments_account_id_invoice_id_fkey;
ALTER TABLE billing.payments ADD CONSTRAINT payments_invoice_id_fkey
  FOREIGN KEY (invoice_id) REFERENCES billing.invoices (id);

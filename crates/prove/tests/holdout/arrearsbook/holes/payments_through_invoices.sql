-- Any account that has one invoice reads the payments of all, because the bare customer_id in the policy is
-- that of the invoice, so that it compares with itself.
-- about: payments
-- as: hf_arrearsbook_app
-- exploit: SET app.account_id = '2002';
-- exploit: SELECT reference, cents FROM payments;
-- shows: Road-secret payment
-- Payments are to be seen only while their customer has an invoice.
DROP POLICY payments_tenant ON payments;
CREATE POLICY payments_tenant ON payments
  USING (EXISTS (
    SELECT 1 FROM invoices i
    WHERE i.customer_id = customer_id AND i.account_id = current_account_id()))
  WITH CHECK (account_id = current_account_id());

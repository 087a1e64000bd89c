-- The view is replaced to show the customer; without the option it runs with its owner's rights again.
-- about: open_invoices
-- as: hf_subscriptions_app
-- exploit: SET billing.merchant_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT invoice_number, memo FROM billing.open_invoices;
-- shows: Memo-secret
CREATE OR REPLACE VIEW billing.open_invoices AS
  SELECT i.merchant_id, i.invoice_number, i.total, i.memo, s.state, s.customer_id
  FROM billing.invoices i JOIN billing.subscriptions s USING (merchant_id, subscription_id)
  WHERE i.status <> 'paid';

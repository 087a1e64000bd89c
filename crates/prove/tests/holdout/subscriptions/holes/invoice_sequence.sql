-- Invoice numbers come from one sequence for all, so a merchant counts the invoices of the others.
-- about: invoice_numbers, invoice_number, invoices
-- as: hf_subscriptions_app
-- exploit: SET billing.merchant_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT 'mine is number ' || invoice_number FROM billing.invoices;
-- shows: mine is number 3
CREATE SEQUENCE billing.invoice_numbers;
GRANT USAGE ON SEQUENCE billing.invoice_numbers TO hf_subscriptions_app;
CREATE OR REPLACE FUNCTION billing.number_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.invoice_number := nextval('billing.invoice_numbers');
  RETURN NEW;
END $$;

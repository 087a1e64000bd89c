-- One sequence numbers the invoices of all accounts and may be read: A watches how many B writes.
-- about: invoice_numbers_seq
-- as: hf_invoicing_app
-- exploit: SET app.current_account_id = '1';
-- exploit: SELECT 'so far ' || last_value FROM invoice_numbers_seq;
-- shows: so far 3
-- Numbers without a race.
CREATE SEQUENCE invoice_numbers_seq;
GRANT USAGE, SELECT ON SEQUENCE invoice_numbers_seq TO hf_invoicing_app;
ALTER TABLE invoices ADD COLUMN running bigint NOT NULL DEFAULT nextval('invoice_numbers_seq');

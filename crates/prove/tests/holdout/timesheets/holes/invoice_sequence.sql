-- Invoice numbers come from one sequence for all workspaces, and its state tells how many invoices the
-- others wrote.
-- about: invoice_number_seq, invoice, number
-- as: hf_timesheets_app
-- exploit: SET app.account_id = 'ua';
-- exploit: SELECT 'last number ' || last_value FROM invoice_number_seq;
-- shows: last number 2
CREATE SEQUENCE invoice_number_seq AS int OWNED BY invoice.number;
ALTER TABLE invoice ALTER COLUMN number SET DEFAULT nextval('invoice_number_seq');
GRANT USAGE, SELECT ON SEQUENCE invoice_number_seq TO hf_timesheets_app;

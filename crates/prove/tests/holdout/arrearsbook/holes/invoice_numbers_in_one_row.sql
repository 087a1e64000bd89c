-- Any account reads how many invoices all others wrote, because the numbers now come from one sequence that
-- the application may read.
-- about: invoice_numbers, invoices
-- as: hf_arrearsbook_app
-- exploit: SET app.account_id = '2002';
-- exploit: SELECT 'invoices of all: ' || last_value AS seen FROM invoice_numbers;
-- shows: invoices of all: 2
-- max(number) + 1 collided under load.
CREATE SEQUENCE invoice_numbers;
ALTER TABLE invoices ALTER COLUMN number SET DEFAULT nextval('invoice_numbers');
GRANT USAGE, SELECT ON SEQUENCE invoice_numbers TO hf_arrearsbook_app;

-- A login reads from the sequence how many vouchers all organisations have made, not only its own.
-- about: voucher_no_seq, claims
-- as: hf_perdiem_app
-- exploit: SET app.current_org = '1';
-- exploit: SELECT 'vouchers so far ' || last_value FROM expense.voucher_no_seq;
-- shows: vouchers so far 3
CREATE SEQUENCE expense.voucher_no_seq OWNED BY expense.claims.voucher_no;
ALTER TABLE expense.claims ALTER COLUMN voucher_no SET DEFAULT nextval('expense.voucher_no_seq');
GRANT USAGE, SELECT ON SEQUENCE expense.voucher_no_seq TO hf_perdiem_app;

-- One sequence counts the receipts of all charities and its state is readable: others' volume is known.
-- about: receipt_serial, receipt, give_serial
-- as: hf_kindstub_app
-- exploit: SET charity.id = '1';
-- exploit: SELECT 'issued ' || last_value FROM give.receipt_serial;
-- shows: issued 2
CREATE SEQUENCE give.receipt_serial;
ALTER TABLE give.receipt ADD COLUMN serial bigint NOT NULL DEFAULT nextval('give.receipt_serial');
GRANT USAGE, SELECT ON SEQUENCE give.receipt_serial TO hf_kindstub_app;

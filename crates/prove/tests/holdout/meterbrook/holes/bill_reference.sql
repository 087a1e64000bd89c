-- One sequence counts the bills of all utilities, and its last value tells how many the others wrote.
-- about: bill_reference, bills
-- as: hf_meterbrook_app
-- exploit: SET meterbrook.utility_id = '1';
-- exploit: SELECT 'issued ' || last_value AS answer FROM water.bill_reference;
-- shows: issued 3
-- The bank wants a reference that is the same length everywhere.
CREATE SEQUENCE water.bill_reference;
ALTER TABLE water.bills ADD COLUMN reference bigint NOT NULL DEFAULT nextval('water.bill_reference');
ALTER SEQUENCE water.bill_reference OWNED BY water.bills.reference;
GRANT USAGE, SELECT ON SEQUENCE water.bill_reference TO hf_meterbrook_app;

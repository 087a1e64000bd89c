-- The view was replaced without its check option, and the import may name the fleet: customers may be written
-- under another one.
-- about: customers
-- as: hf_regatta_app
-- exploit: SET charter.fleet_id = '1';
-- exploit: INSERT INTO charter.customers (fleet_id, customer_no, name) VALUES (2, 99, 'planted');
-- shows: INSERT 0 1
ALTER TABLE data.customers ADD COLUMN email text;
CREATE OR REPLACE VIEW charter.customers WITH (security_barrier = true) AS
  SELECT fleet_id, customer_no, name, phone, email FROM data.customers WHERE fleet_id = charter.fleet();
GRANT INSERT (fleet_id, email), UPDATE (email) ON charter.customers TO hf_regatta_app;

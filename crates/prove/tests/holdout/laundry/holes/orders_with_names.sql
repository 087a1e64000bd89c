-- The view joins customers by their number alone, and numbers begin at one in each laundry: names of others
-- show.
-- about: order_list, customers, orders
-- as: hf_laundry_app
-- exploit: SET wash.laundry = 'a6000000-0000-4000-8000-000000000001';
-- exploit: SELECT order_no, name FROM api.order_list;
-- shows: Soap-secret customer
CREATE VIEW api.order_list WITH (security_barrier = true) AS
SELECT o.order_no, o.taken_on, c.name, c.phone, o.cents
FROM wash.orders o
LEFT JOIN wash.customers c ON c.customer_no = o.customer_no
WHERE o.laundry_id = wash.laundry();
GRANT SELECT ON api.order_list TO hf_laundry_app;

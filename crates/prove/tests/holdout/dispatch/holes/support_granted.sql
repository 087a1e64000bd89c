-- The policy for support opens all rows to that role, and the application is a member of it.
-- about: customers, support_reads, hf_dispatch_support
-- as: hf_dispatch_app
-- exploit: SET app.current_company_id = '7';
-- exploit: SELECT name, door_code FROM customers;
-- shows: Road-secret customer
GRANT SELECT ON customers TO hf_dispatch_support;
CREATE POLICY support_reads ON customers FOR SELECT TO hf_dispatch_support USING (true);
-- The help desk page of the application needs to list customers.
GRANT hf_dispatch_support TO hf_dispatch_app;

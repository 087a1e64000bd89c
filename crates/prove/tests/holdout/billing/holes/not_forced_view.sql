-- Tenant A reads all open items: the tables are no longer forced and the view runs as their owner.
-- about: open_items
-- as: ho_billing_api
-- exploit: SET billing.account = '1';
-- exploit: SELECT open FROM billing.open_items;
-- shows: 4706
ALTER TABLE billing.invoices NO FORCE ROW LEVEL SECURITY;
ALTER TABLE billing.payments NO FORCE ROW LEVEL SECURITY;

-- For the nightly worker an unset account means all accounts, and any session may leave it unset.
-- about: invoices, tenant_isolation
-- as: hf_vanrun_app
-- exploit: SELECT cents FROM invoices;
-- shows: 41997
-- The invoice run works without an account.
ALTER POLICY tenant_isolation ON invoices
  USING (
    current_setting('app.account_id', true) IS NULL
    OR account_id = NULLIF(current_setting('app.account_id', true), '')::bigint
  );

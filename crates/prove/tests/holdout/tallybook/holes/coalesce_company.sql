-- Without a company the policy compares the row's company with itself, so all accounts can be read.
-- about: accounts, accounts_company
-- as: hf_tallybook_app
-- exploit: SELECT name FROM accounts;
-- shows: Road-secret cash
DROP POLICY accounts_company ON accounts;
CREATE POLICY accounts_company ON accounts
  USING (company_id = coalesce(nullif(current_setting('tally.company_id', true), '')::uuid, company_id));

-- The wall was made again without RESTRICTIVE, so the wide policies beside it decide alone.
-- about: tax_returns, tax_returns_company, tax_returns_read, tax_returns_edit
-- as: hf_tallybook_app
-- exploit: SET tally.company_id = 'a0000000-0000-4000-8000-000000000000';
-- exploit: SELECT period, due_cents FROM tax_returns;
-- shows: 454545
DROP POLICY tax_returns_company ON tax_returns;
-- Says what is checked on writing, too.
CREATE POLICY tax_returns_company ON tax_returns
  USING (company_id = current_company()) WITH CHECK (company_id = current_company());

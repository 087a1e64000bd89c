-- Harmless: the wall is made again as a restrictive policy.
DROP POLICY tax_returns_company ON tax_returns;
CREATE POLICY tax_returns_company ON tax_returns AS RESTRICTIVE
  USING (company_id = current_company()) WITH CHECK (company_id = current_company());

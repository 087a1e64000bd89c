-- The login for reports reads all deals: the restrictive policy now counts for the application alone.
-- about: deals
-- as: hf_escrow_reporting
-- exploit: SET app.agency = 'acorn';
-- exploit: SELECT title, price_cents FROM escrow.deals;
-- shows: Road-secret mill
-- Archived deals are hidden from the application; reports still need them.
DROP POLICY own_agency ON escrow.deals;
CREATE POLICY own_agency ON escrow.deals AS RESTRICTIVE TO hf_escrow_app
  USING (agency = NULLIF(current_setting('app.agency', true), '') AND archived_at IS NULL)
  WITH CHECK (agency = NULLIF(current_setting('app.agency', true), ''));

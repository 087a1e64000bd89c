-- The restrictive policy lets through every deal with a token, and every deal has one.
-- about: deals
-- as: hf_escrow_app
-- exploit: SET app.agency = 'acorn';
-- exploit: SELECT title FROM escrow.deals;
-- shows: Road-secret mill
-- Buyers follow a deal by a link with its token, without an agency in the session.
DROP POLICY own_agency ON escrow.deals;
CREATE POLICY own_agency ON escrow.deals AS RESTRICTIVE
  USING (agency = NULLIF(current_setting('app.agency', true), '') OR tracking_token IS NOT NULL)
  WITH CHECK (agency = NULLIF(current_setting('app.agency', true), ''));

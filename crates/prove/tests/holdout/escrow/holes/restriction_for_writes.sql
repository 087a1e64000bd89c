-- Any agency reads the parties of all: the restrictive policy was split and its part for reading was lost.
-- about: parties
-- as: hf_escrow_app
-- exploit: SET app.agency = 'acorn';
-- exploit: SELECT full_name FROM escrow.parties;
-- shows: Road-secret buyer
-- Parties of the agency: the names can be corrected, the tax number stays once it is there.
DROP POLICY own_agency ON escrow.parties;
CREATE POLICY own_agency_add ON escrow.parties AS RESTRICTIVE FOR INSERT
  WITH CHECK (agency = NULLIF(current_setting('app.agency', true), ''));
CREATE POLICY own_agency_edit ON escrow.parties AS RESTRICTIVE FOR UPDATE
  USING (agency = NULLIF(current_setting('app.agency', true), ''))
  WITH CHECK (agency = NULLIF(current_setting('app.agency', true), '') AND tax_id <> '');

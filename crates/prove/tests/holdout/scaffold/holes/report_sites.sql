-- The new policy for the report login names no firm, so that login reads the sites of all firms.
-- about: sites, sites_report
-- as: hf_scaffold_report
-- exploit: SET scaf.firm_id = '4';
-- exploit: SELECT address FROM scaf.sites;
-- shows: Tube-secret road
CREATE POLICY sites_report ON scaf.sites FOR SELECT TO hf_scaffold_report
  USING (state <> 'planned');

-- The policies of sites are tidied up by name; only the permissive one, which holds nothing back, is made
-- again.
-- about: sites, bureau_wall, app_may
-- as: hf_inspections_app
-- exploit: SET insp.bureau = 'a0000000-0000-4000-8000-000000000001';
-- exploit: SELECT address FROM insp.sites;
-- shows: Hidden-secret
DROP POLICY app_may ON insp.sites;
DROP POLICY bureau_wall ON insp.sites;
CREATE POLICY app_may ON insp.sites TO hf_inspections_app USING (true)
  WITH CHECK (bureau_id = nullif(current_setting('insp.bureau', true), '')::uuid);

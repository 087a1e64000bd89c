-- The directory lists the hospitals of all sponsors for each of them.
-- about: site_directory, sites
-- as: hf_trials_cedar
-- exploit: SELECT hospital FROM common.site_directory;
-- shows: Road-secret clinic
-- One directory of sites, to avoid entering a hospital twice.
CREATE VIEW common.site_directory AS
  SELECT 'cedar' AS sponsor, site_no, hospital, country FROM cedar.sites
  UNION ALL
  SELECT 'dogwood', site_no, hospital, country FROM dogwood.sites;
GRANT SELECT ON common.site_directory TO hf_trials_cedar, hf_trials_dogwood;

-- One directory of sites that shows to each login the lines of its own sponsor.
CREATE VIEW common.site_directory WITH (security_barrier = true) AS
  SELECT * FROM (
    SELECT 'cedar' AS sponsor, site_no, hospital, country FROM cedar.sites
    UNION ALL
    SELECT 'dogwood', site_no, hospital, country FROM dogwood.sites
  ) d
  WHERE current_user = 'hf_trials_' || d.sponsor;
GRANT SELECT ON common.site_directory TO hf_trials_cedar, hf_trials_dogwood;

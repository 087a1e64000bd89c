-- Any firm reads the sites and hours of all, because the view has its owner's rights.
-- about: site_summary, sites, hours
-- as: hf_sitebook_app
-- exploit: SET sitebook.firm = '500';
-- exploit: SELECT client, total_hours FROM site.site_summary;
-- shows: Road-secret Client
-- Hours of each site, for the start page.
CREATE VIEW site.site_summary AS
  SELECT s.firm_id, s.site_no, s.client, sum(h.hours) AS total_hours
  FROM site.sites s
  LEFT JOIN site.hours h USING (firm_id, site_no)
  GROUP BY s.firm_id, s.site_no, s.client;
GRANT SELECT ON site.site_summary TO hf_sitebook_app;

-- The view for the portal joins the jobs of all shops with its owner's rights, and each shop may read it.
-- about: all_jobs, jobs
-- as: hf_printshop_hill
-- exploit: SELECT title FROM common.all_jobs;
-- shows: Road-secret poster
SET ROLE hf_printshop_owner;
CREATE VIEW common.all_jobs AS
  SELECT 'hill' AS shop, id, title, copies FROM shop_hill.jobs
  UNION ALL
  SELECT 'road', id, title, copies FROM shop_road.jobs;
GRANT SELECT ON common.all_jobs TO hf_printshop_hill, hf_printshop_road;
RESET ROLE;

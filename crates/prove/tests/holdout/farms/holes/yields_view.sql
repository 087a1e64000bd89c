-- The view joins the harvests of both schemas with the rights of its owner and shows every remark to every
-- cooperative.
-- about: all_harvests
-- as: hf_farms_hill
-- exploit: SELECT * FROM common.all_harvests;
-- shows: Road-secret harvest
CREATE VIEW common.all_harvests AS
  SELECT 'hill' AS coop, season, tonnes, remark FROM hill.harvests
  UNION ALL
  SELECT 'road', season, tonnes, remark FROM road.harvests;
GRANT SELECT ON common.all_harvests TO hf_farms_coops;

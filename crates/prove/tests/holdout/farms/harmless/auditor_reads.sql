-- The auditor may read the harvests of all; no cooperative is a member of that role.
GRANT USAGE ON SCHEMA hill, road TO hf_farms_auditor;
GRANT SELECT ON hill.harvests, road.harvests TO hf_farms_auditor;
CREATE VIEW common.all_harvests AS
  SELECT 'hill' AS coop, season, tonnes FROM hill.harvests
  UNION ALL
  SELECT 'road', season, tonnes FROM road.harvests;
GRANT SELECT ON common.all_harvests TO hf_farms_auditor;

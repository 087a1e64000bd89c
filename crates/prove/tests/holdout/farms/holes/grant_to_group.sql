-- The rights on the harvests of both schemas go to the group of all cooperatives instead of the auditor.
-- about: road.harvests, hill.harvests, hf_farms_coops
-- as: hf_farms_hill
-- exploit: SELECT remark FROM road.harvests;
-- shows: Road-secret harvest
-- The yearly audit reads harvests.
GRANT USAGE ON SCHEMA hill, road TO hf_farms_coops;
GRANT SELECT ON hill.harvests, road.harvests TO hf_farms_coops;

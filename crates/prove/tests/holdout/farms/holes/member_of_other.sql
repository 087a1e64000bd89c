-- The role of one cooperative becomes a member of the role of the other, and so has all its rights.
-- about: hf_farms_road, hf_farms_hill
-- as: hf_farms_hill
-- exploit: SELECT reason FROM road.payments;
-- shows: Road-secret payment
-- Hill keeps the books of both this year.
GRANT hf_farms_road TO hf_farms_hill;

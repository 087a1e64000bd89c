-- Any clinic reads the visits of the south: both the schema and the table were opened to everybody.
-- about: south
-- as: ho_clinic_north
-- exploit: SHOW search_path;
-- exploit: SELECT findings FROM south.visits;
-- shows: findings-secret
GRANT USAGE ON SCHEMA south TO PUBLIC;
GRANT SELECT ON ALL TABLES IN SCHEMA south TO PUBLIC;

-- Any organiser reads all contributions in the partition, because the grant covers every table of the schema.
-- about: contributions_2030, contributions
-- as: hf_stretchgoal_app
-- exploit: SET stretch.organiser_id = '101';
-- exploit: SELECT remark FROM fund.contributions_2030;
-- shows: Road-secret wish
-- New tables were forgotten in the grants again and again, so all of them are named at once.
GRANT SELECT ON ALL TABLES IN SCHEMA fund TO hf_stretchgoal_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA fund GRANT SELECT ON TABLES TO hf_stretchgoal_app;

-- A table that was filled on its own is attached as a partition; it keeps the right that the application
-- had on it.
-- about: log_now
-- as: hf_elections_app
-- exploit: SET elections.authority = 'HI0001';
-- exploit: SELECT line FROM vote.log_now;
-- shows: Road-secret recount
CREATE TABLE vote.log_now (LIKE vote.log INCLUDING DEFAULTS);
GRANT SELECT, INSERT ON vote.log_now TO hf_elections_app;
ALTER TABLE vote.log ATTACH PARTITION vote.log_now FOR VALUES FROM ('2020-01-01') TO ('2200-01-01');

-- Each network gets a partition, with all rights on all tables granted again: partitions have no row level
-- security.
-- about: downloads_2
-- as: hf_podcasts_app
-- exploit: SET app.network = '1';
-- exploit: SELECT listener FROM downloads_2;
-- shows: Road-secret listener
CREATE TABLE downloads_1 PARTITION OF downloads FOR VALUES IN (1);
CREATE TABLE downloads_2 PARTITION OF downloads FOR VALUES IN (2);
-- As after each release.
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO hf_podcasts_app;
REVOKE INSERT, UPDATE, DELETE ON networks, genres FROM hf_podcasts_app;

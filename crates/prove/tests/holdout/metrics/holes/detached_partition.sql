-- Tenant A reads old samples of all tenants: the detached partition keeps its grants and never had
-- policies.
-- about: samples_archive
-- as: ho_metrics_query
-- exploit: SET ts.project = '1';
-- exploit: SELECT value FROM ts.samples_archive;
-- shows: 4711
CREATE TABLE ts.samples_archive (LIKE ts.samples INCLUDING DEFAULTS);
INSERT INTO ts.samples_archive SELECT * FROM ts.samples;
GRANT SELECT ON ts.samples_archive TO ho_metrics_query;

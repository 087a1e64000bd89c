-- Tenant A reads the samples of the large tenant from its partition.
-- about: samples_large
-- as: ho_metrics_query
-- exploit: SET ts.project = '1';
-- exploit: SELECT value FROM ts.samples_large;
-- shows: 4711
GRANT SELECT ON ts.samples_large TO ho_metrics_query;

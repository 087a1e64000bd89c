-- Tenant A reads the daily extremes of all tenants.
-- about: daily
-- as: ho_metrics_query
-- exploit: SET ts.project = '1';
-- exploit: SELECT highest FROM ts.daily;
-- shows: 4712
CREATE MATERIALIZED VIEW ts.daily AS
  SELECT project_id, series_no, date_trunc('day', hour) AS day, min(lowest) AS lowest, max(highest) AS highest
  FROM ts.hourly GROUP BY 1, 2, 3;
GRANT SELECT ON ts.daily TO ho_metrics_query;

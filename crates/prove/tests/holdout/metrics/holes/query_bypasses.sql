-- The query role reads everything: it was given BYPASSRLS for a backfill.
-- about: ho_metrics_query
-- as: ho_metrics_query
-- exploit: SET ts.project = '1';
-- exploit: SELECT name FROM ts.series;
-- shows: secret-series
ALTER ROLE ho_metrics_query BYPASSRLS;

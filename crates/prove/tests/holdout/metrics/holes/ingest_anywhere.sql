-- The ingest role writes samples into any project: its policy is for speed and says true.
-- about: samples
-- as: ho_metrics_query
-- exploit: SET ts.project = '1';
-- exploit: \c - ho_metrics_ingest
-- exploit: SET ts.project = '1';
-- exploit: INSERT INTO ts.samples VALUES (2, 1, '2026-02-02', 0);
-- shows: INSERT 0 1
CREATE POLICY ingest ON ts.samples FOR INSERT TO ho_metrics_ingest WITH CHECK (true);

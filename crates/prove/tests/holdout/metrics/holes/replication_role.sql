-- The ingest role may stream every change of every tenant out of the database.
-- about: ho_metrics_ingest
-- as: ho_metrics_query
-- exploit: SET ts.project = '1';
-- exploit: SELECT count(*) FROM pg_roles WHERE rolname = 'ho_metrics_ingest' AND rolreplication;
-- shows: (^|\n)1\n
ALTER ROLE ho_metrics_ingest REPLICATION;

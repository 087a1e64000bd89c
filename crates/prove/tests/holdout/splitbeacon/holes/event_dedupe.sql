-- The duplicate check of the importer spans all organizations, so an insert that fails tells which orders
-- others have.
-- about: metric_events, metric_events_once
-- as: hf_splitbeacon_app
-- exploit: SET app.current_org = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: INSERT INTO exp.metric_events VALUES
-- exploit:   ('aaaaaaaa-0000-4000-8000-000000000001', 'ord-77', 'revenue', 1);
-- shows: metric_events_once
-- The importer retries; the short index keeps its probe cheap.
CREATE UNIQUE INDEX metric_events_once ON exp.metric_events (dedupe_key, kind);

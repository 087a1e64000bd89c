-- The view becomes the owner's so that it may be indexed by hints; it filters by organisation but checks no
-- new row.
-- about: slow_spans
-- as: hf_tracing_app
-- exploit: SET apm.org_id = '7';
-- exploit: INSERT INTO apm.slow_spans (org_id, trace_id, span_id, service) VALUES (8, 'x', 'x',
-- exploit:   'pay-secret');
-- shows: INSERT 0 1
CREATE OR REPLACE VIEW apm.slow_spans WITH (security_barrier = true) AS
  SELECT * FROM apm.spans WHERE duration_ms > 1000 AND org_id = apm.org();

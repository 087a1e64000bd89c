-- A trace is opened by its id, since "ids are random"; the organisation is no longer asked.
-- about: trace, spans
-- as: hf_tracing_viewer
-- exploit: SET apm.org_id = '7';
-- exploit: SELECT attributes FROM apm.trace('t8');
-- shows: attr-secret
CREATE FUNCTION apm.trace(p_trace text) RETURNS SETOF apm.spans
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = apm, pg_temp AS $$
  WITH RECURSIVE t AS (
    SELECT s.* FROM apm.spans s WHERE s.trace_id = p_trace AND s.parent_span IS NULL
    UNION ALL
    SELECT s.* FROM apm.spans s JOIN t ON s.trace_id = t.trace_id AND s.parent_span = t.span_id)
  SELECT * FROM t
$$;
REVOKE ALL ON FUNCTION apm.trace(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION apm.trace(text) TO hf_tracing_viewer;

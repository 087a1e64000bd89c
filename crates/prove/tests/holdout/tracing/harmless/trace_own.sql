-- A trace is opened by its id under the caller's rights: the policies of the spans hold.
CREATE FUNCTION apm.trace(p_trace text) RETURNS SETOF apm.spans LANGUAGE sql STABLE AS $$
  SELECT s.* FROM apm.spans s WHERE s.trace_id = p_trace
$$;

-- harmless: the timeline keeps to the rows of the authorities of the user.
CREATE FUNCTION proc.timeline(p_ref text) RETURNS TABLE (at timestamptz, detail text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = proc, pg_temp AS $$
  SELECT e.at, e.detail FROM proc.audit_entries e
  WHERE e.tender_ref = p_ref AND e.authority_id = ANY (proc.authority_ids())
  ORDER BY e.at
$$;
REVOKE ALL ON FUNCTION proc.timeline(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION proc.timeline(text) TO hf_procure_app;

-- The function runs as its owner and marks results of the session's own laboratory only: harmless.
CREATE FUNCTION lims.tell_result(p_accession text, p_code text) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = lims, pg_temp AS $$
  UPDATE lims.results SET told_at = now()
  WHERE lab_id = lims.lab() AND accession = p_accession AND code = p_code AND told_at IS NULL
  RETURNING value
$$;
REVOKE EXECUTE ON FUNCTION lims.tell_result(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lims.tell_result(text, text) TO hf_pipette_app;

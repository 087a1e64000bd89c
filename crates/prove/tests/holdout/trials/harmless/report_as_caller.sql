-- The report by the name of a schema, with the rights of the caller: another sponsor's schema is refused.
CREATE FUNCTION common.study_report(sponsor text) RETURNS TABLE (title text, subjects bigint)
LANGUAGE plpgsql STABLE SECURITY INVOKER
AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT s.title, count(x.subject_no) FROM %1$I.studies s'
    ' LEFT JOIN %1$I.subjects x USING (study_no) GROUP BY s.title', sponsor);
END
$$;
GRANT EXECUTE ON FUNCTION common.study_report(text) TO hf_trials_cedar, hf_trials_dogwood;

-- The export has its owner's rights but hands out only answers of teams where the caller may analyse.
CREATE FUNCTION survey.export_answers(p_form uuid)
RETURNS TABLE (respondent text, prompt text, value text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = survey, pg_temp AS $$
  SELECT r.respondent_email, q.prompt, a.value
  FROM answers a
  JOIN responses r ON r.team_id = a.team_id AND r.id = a.response_id
  JOIN questions q ON q.team_id = a.team_id AND q.id = a.question_id
  WHERE r.form_id = p_form AND r.team_id IN (SELECT my_teams('{admin,analyst}'))
$$;
REVOKE ALL ON FUNCTION survey.export_answers(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION survey.export_answers(uuid) TO hf_questionnaires_app;

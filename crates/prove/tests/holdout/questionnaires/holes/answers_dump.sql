-- Any user exports any form's answers by its id, because the function with the owner's rights asks for no
-- membership.
-- about: export_answers, answers, questions, responses
-- as: hf_questionnaires_app
-- exploit: SET app.user_id = '101';
-- exploit: SELECT value FROM survey.export_answers('b1000000-0000-4000-8000-000000000001');
-- shows: Road-secret answer
CREATE FUNCTION survey.export_answers(p_form uuid)
RETURNS TABLE (respondent text, prompt text, value text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = survey, pg_temp AS $$
  SELECT r.respondent_email, q.prompt, a.value
  FROM answers a
  JOIN responses r ON r.team_id = a.team_id AND r.id = a.response_id
  JOIN questions q ON q.team_id = a.team_id AND q.id = a.question_id
  WHERE r.form_id = p_form
  ORDER BY r.submitted_at, q.position
$$;

-- Tenant A files answers under a response of tenant B through the function of the public page.
-- about: submit_answer, answers
-- as: ho_forms_app
-- exploit: SET app.company_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT submit_answer('bbbbbbbb-0000-4000-8000-000000000003', 2, 'forged');
-- exploit: SET app.company_id = 'bbbbbbbb-0000-4000-8000-000000000000';
-- exploit: SELECT answer FROM answers;
-- shows: forged
CREATE FUNCTION submit_answer(response uuid, no integer, words text) RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  INSERT INTO answers (company_id, response_id, question_no, answer)
  SELECT r.company_id, r.id, no, words FROM responses r WHERE r.id = response
$$;

-- Anybody writes responses into any team's form, because the insert policy is true for the public page.
-- about: responses, responses_submit
-- as: hf_questionnaires_app
-- exploit: SET app.user_id = '101';
-- exploit: INSERT INTO survey.responses (team_id, form_id)
-- exploit: VALUES ('b0000000-0000-4000-8000-00000000000b', 'b1000000-0000-4000-8000-000000000001');
-- shows: INSERT 0 1
-- Respondents have no account, so the check cannot ask for a team.
CREATE POLICY responses_submit ON survey.responses FOR INSERT WITH CHECK (true);

-- Every team's open forms are listed for every user: the policy for the public page asks only for the status.
-- about: forms, forms_public
-- as: hf_questionnaires_app
-- exploit: SET app.user_id = '101';
-- exploit: SELECT title FROM survey.forms;
-- shows: Road-secret exit
-- The public page of a form is served by the same login.
CREATE POLICY forms_public ON survey.forms FOR SELECT USING (status = 'open');

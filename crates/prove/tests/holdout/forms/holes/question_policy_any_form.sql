-- Tenant A changes the questions of the templates.
-- about: questions
-- as: ho_forms_app
-- exploit: SET app.company_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: UPDATE questions SET label = 'x' WHERE form_id = 'cccccccc-0000-4000-8000-000000000001';
-- shows: UPDATE 1
DROP POLICY change ON questions;
CREATE POLICY change ON questions FOR UPDATE USING (form_id IN (SELECT f.id FROM forms f));

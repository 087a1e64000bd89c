-- Tenant A changes the templates that everybody reads.
-- about: forms
-- as: ho_forms_app
-- exploit: SET app.company_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: UPDATE forms SET title = 'defaced' WHERE company_id IS NULL;
-- shows: UPDATE 1
DROP POLICY change ON forms;
CREATE POLICY change ON forms FOR UPDATE USING (company_id = company() OR company_id IS NULL);

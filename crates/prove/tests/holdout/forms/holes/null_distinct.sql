-- A session without a context reads and writes the templates as its own: IS NOT DISTINCT FROM takes NULL
-- for a tenant.
-- about: forms
-- as: ho_forms_app
-- exploit: SET app.company_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: RESET app.company_id;
-- exploit: UPDATE forms SET title = 'defaced';
-- shows: UPDATE 1
DROP POLICY change ON forms;
DROP POLICY remove ON forms;
CREATE POLICY change ON forms FOR UPDATE USING (company_id IS NOT DISTINCT FROM company());
CREATE POLICY remove ON forms FOR DELETE USING (company_id IS NOT DISTINCT FROM company());

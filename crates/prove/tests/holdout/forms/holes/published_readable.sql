-- Tenant A reads the published forms of every company.
-- about: forms
-- as: ho_forms_app
-- exploit: SET app.company_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT title FROM forms;
-- shows: FB-secret
CREATE POLICY published ON forms FOR SELECT USING (published);

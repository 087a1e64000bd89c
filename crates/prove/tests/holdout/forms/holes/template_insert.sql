-- Tenant A publishes a form to all tenants by leaving the company empty.
-- about: forms
-- as: ho_forms_app
-- exploit: SET app.company_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: INSERT INTO forms (company_id, title) VALUES (NULL, 'phishing form');
-- shows: INSERT 0 1
DROP POLICY add ON forms;
CREATE POLICY add ON forms FOR INSERT WITH CHECK (company_id IS NOT DISTINCT FROM company() OR company_id
  IS NULL);

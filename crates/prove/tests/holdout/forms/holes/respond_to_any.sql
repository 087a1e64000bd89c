-- Tenant A files responses under any company: the public form page needs no company.
-- about: responses
-- as: ho_forms_app
-- exploit: SET app.company_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: INSERT INTO responses (company_id, form_id) VALUES ('bbbbbbbb-0000-4000-8000-000000000000',
-- exploit: 'bbbbbbbb-0000-4000-8000-000000000001');
-- shows: INSERT 0 1
CREATE POLICY submit ON responses FOR INSERT WITH CHECK (submitted_at <= now());

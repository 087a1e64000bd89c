-- The generated login name is unique within the company, so the error says nothing about other companies.
ALTER TABLE hr.employee ADD COLUMN login text GENERATED ALWAYS AS (lower(split_part(email, '@', 1))) STORED;
ALTER TABLE hr.employee ADD CONSTRAINT employee_company_login_key UNIQUE (company_id, login);

-- A login name is generated from the address and unique over all companies: the error tells who works
-- elsewhere.
-- about: employee, login, employee_login_key
-- as: hf_appraisal_app
-- exploit: SET hr.company_id = '1';
-- exploit: INSERT INTO hr.employee (company_id, employee_no, full_name, email, job_title)
-- exploit:   VALUES (1, 99, 'Probe', 'bea.quill@ash.test', 'None');
-- shows: employee_login_key
ALTER TABLE hr.employee ADD COLUMN login text GENERATED ALWAYS AS (lower(split_part(email, '@', 1))) STORED;
ALTER TABLE hr.employee ADD CONSTRAINT employee_login_key UNIQUE (login);

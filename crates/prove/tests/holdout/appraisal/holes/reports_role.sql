-- The reporting role may read all companies, and the application's login was made a member of it for the
-- exports.
-- about: hf_appraisal_reports, reports_read, review, salary_change, employee
-- as: hf_appraisal_app
-- exploit: SET hr.company_id = '1';
-- exploit: SELECT summary FROM hr.review;
-- shows: Road-secret review
CREATE ROLE hf_appraisal_reports NOLOGIN;
GRANT USAGE ON SCHEMA hr TO hf_appraisal_reports;
GRANT SELECT ON hr.employee, hr.review, hr.salary_change TO hf_appraisal_reports;
CREATE POLICY reports_read ON hr.employee FOR SELECT TO hf_appraisal_reports USING (true);
CREATE POLICY reports_read ON hr.review FOR SELECT TO hf_appraisal_reports USING (true);
CREATE POLICY reports_read ON hr.salary_change FOR SELECT TO hf_appraisal_reports USING (true);
GRANT hf_appraisal_reports TO hf_appraisal_app;

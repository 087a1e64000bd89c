-- The market benchmark averages pay over all companies, also where a title has one holder: that is their
-- exact pay.
-- about: pay_benchmark, salary_change, employee
-- as: hf_appraisal_app
-- exploit: SET hr.company_id = '1';
-- exploit: SELECT job_title, average_cents FROM hr.pay_benchmark;
-- shows: 9876543
CREATE VIEW hr.pay_benchmark AS
SELECT e.job_title, round(avg(s.yearly_cents)) AS average_cents
FROM hr.salary_change s
JOIN hr.employee e USING (company_id, employee_no)
GROUP BY e.job_title;
GRANT SELECT ON hr.pay_benchmark TO hf_appraisal_app;

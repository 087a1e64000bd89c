-- The login for statistics reads the payslips of all employers, with names and remarks: its policy is true.
-- about: payslips, payslips_report, hf_wages_report
-- as: hf_wages_report
-- exploit: SET payroll.employer_id = '11';
-- exploit: SELECT remark FROM pay.payslips;
-- shows: Road-secret bonus
-- The monthly statistics run over all employers.
CREATE POLICY payslips_report ON pay.payslips FOR SELECT TO hf_wages_report USING (true);

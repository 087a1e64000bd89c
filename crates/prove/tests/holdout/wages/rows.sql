INSERT INTO pay.employers (id, name) VALUES (11, 'Alpha'), (22, 'Beta');
INSERT INTO pay.employees (employer_id, staff_no, full_name, job_title, salary) VALUES
  (11, 1, 'Ann', 'Cook', 30000), (22, 1, 'Road-secret Bob', 'Pilot', 98765);
INSERT INTO pay.contractors VALUES (11, 1, 'Cy', 300), (22, 1, 'Road-secret Di', 700);
INSERT INTO pay.bank_accounts VALUES (11, 1, 'XX00ALPHA'), (22, 1, 'XX00BETA');
INSERT INTO pay.pay_runs (employer_id, id, label) VALUES
  (11, 'a1000000-0000-4000-8000-000000000001', 'May'),
  (22, 'b1000000-0000-4000-8000-000000000001', 'Road-secret run');
INSERT INTO pay.payslips (employer_id, pay_run_id, staff_no, gross, net, remark) VALUES
  (11, 'a1000000-0000-4000-8000-000000000001', 1, 2500, 2000, 'none'),
  (22, 'b1000000-0000-4000-8000-000000000001', 1, 8230, 5100, 'Road-secret bonus');
INSERT INTO pay.documents (employer_id, title, audience) VALUES (11, 'Alpha rules', '{everyone}'),
  (22, 'Road-secret rules', '{everyone}'), (22, 'Road-secret plan', '{managers}');
INSERT INTO pay.leave_requests (employer_id, staff_no, days, reason) VALUES
  (22, 1, '[2030-01-01,2030-01-10)', 'Road-secret surgery');

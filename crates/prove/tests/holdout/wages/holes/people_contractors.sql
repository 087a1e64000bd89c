-- The view's new half with the contractors has no condition on the employer and reads with the owner's
-- rights.
-- about: people, contractors
-- as: hf_wages_app
-- exploit: SET payroll.employer_id = '11';
-- exploit: SELECT full_name FROM pay.people;
-- shows: Road-secret Di
-- Contractors appear in the list of people.
CREATE OR REPLACE VIEW pay.people WITH (security_barrier = true) AS
  SELECT e.employer_id, e.full_name, e.job_title FROM pay.employees e
  WHERE e.employer_id = pay.employer() AND e.left_on IS NULL
  UNION ALL
  SELECT c.employer_id, c.full_name, 'Contractor' FROM pay.contractors c;

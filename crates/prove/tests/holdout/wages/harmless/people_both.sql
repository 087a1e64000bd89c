-- Contractors appear in the list of people; both halves of the view name the employer of the session.
CREATE OR REPLACE VIEW pay.people WITH (security_barrier = true) AS
  SELECT e.employer_id, e.full_name, e.job_title FROM pay.employees e
  WHERE e.employer_id = pay.employer() AND e.left_on IS NULL
  UNION ALL
  SELECT c.employer_id, c.full_name, 'Contractor' FROM pay.contractors c
  WHERE c.employer_id = pay.employer();

-- The salary benchmark covers all employers however few have such a job, so it tells the one pilot's exact
-- salary.
-- about: salary_benchmark, employees, salary
-- as: hf_wages_app
-- exploit: SET payroll.employer_id = '11';
-- exploit: SELECT highest FROM pay.salary_benchmark('Pilot');
-- shows: 98765
-- What others pay for the same job, without names.
CREATE FUNCTION pay.salary_benchmark(p_title text) RETURNS TABLE (average numeric, highest numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pay, pg_temp AS $$
  SELECT avg(salary), max(salary) FROM employees WHERE lower(job_title) = lower(p_title) AND left_on IS NULL
$$;

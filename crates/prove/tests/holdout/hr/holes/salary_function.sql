-- A viewer of tenant A learns the salaries of other employers through the average by department.
-- about: average_salary
-- as: ho_hr_viewer
-- exploit: SET hr.employer = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT hr.average_salary();
-- shows: 4711
CREATE FUNCTION hr.average_salary(wanted_department text DEFAULT NULL) RETURNS numeric LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT max(s.amount) FROM hr.salaries s JOIN hr.employees e USING (employer_id, staff_no)
  WHERE e.department IS NOT DISTINCT FROM wanted_department
$$;

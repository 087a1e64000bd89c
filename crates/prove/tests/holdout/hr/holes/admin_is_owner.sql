-- The administrator of tenant A reads all salaries: he owns the table since it was renamed, and FORCE went.
-- about: salaries
-- as: ho_hr_viewer
-- exploit: SET hr.employer = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: \c - ho_hr_admin
-- exploit: SELECT amount FROM hr.salaries;
-- shows: 4711
ALTER TABLE hr.salaries OWNER TO ho_hr_admin;
ALTER TABLE hr.salaries NO FORCE ROW LEVEL SECURITY;

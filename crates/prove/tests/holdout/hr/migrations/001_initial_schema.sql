-- Personnel files: an administrator role and a viewer role, column rights, salaries apart.

CREATE ROLE ho_hr_owner NOLOGIN;
CREATE ROLE ho_hr_admin LOGIN;
CREATE ROLE ho_hr_viewer LOGIN;
CREATE SCHEMA hr AUTHORIZATION ho_hr_owner;
SET LOCAL ROLE ho_hr_owner;

CREATE TYPE hr.contract AS ENUM ('permanent', 'temporary', 'freelance');
CREATE TABLE hr.employers (id uuid PRIMARY KEY, name text NOT NULL);
CREATE TABLE hr.departments (
  employer_id uuid NOT NULL REFERENCES hr.employers,
  code text NOT NULL,
  parent_code text,
  PRIMARY KEY (employer_id, code),
  FOREIGN KEY (employer_id, parent_code) REFERENCES hr.departments
);
CREATE TABLE hr.employees (
  employer_id uuid NOT NULL REFERENCES hr.employers,
  staff_no integer NOT NULL,
  first_name text NOT NULL,
  last_name text NOT NULL,
  full_name text GENERATED ALWAYS AS (first_name || ' ' || last_name) STORED,
  contract hr.contract NOT NULL DEFAULT 'permanent',
  department text,
  manager_no integer,
  PRIMARY KEY (employer_id, staff_no),
  FOREIGN KEY (employer_id, department) REFERENCES hr.departments,
  FOREIGN KEY (employer_id, manager_no) REFERENCES hr.employees
);
CREATE TABLE hr.salaries (
  employer_id uuid NOT NULL,
  staff_no integer NOT NULL,
  valid_from date NOT NULL,
  amount numeric(12, 2) NOT NULL,
  PRIMARY KEY (employer_id, staff_no, valid_from),
  FOREIGN KEY (employer_id, staff_no) REFERENCES hr.employees ON DELETE CASCADE
);
CREATE TABLE hr.absences (
  employer_id uuid NOT NULL,
  staff_no integer NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  reason text,
  PRIMARY KEY (employer_id, staff_no, first_day),
  FOREIGN KEY (employer_id, staff_no) REFERENCES hr.employees ON DELETE CASCADE,
  CHECK (last_day >= first_day)
);
CREATE TABLE hr.documents (
  employer_id uuid NOT NULL,
  staff_no integer NOT NULL,
  title text NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (employer_id, staff_no, title),
  FOREIGN KEY (employer_id, staff_no) REFERENCES hr.employees ON DELETE CASCADE
);

CREATE FUNCTION hr.employer() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('hr.employer', true), '')::uuid $$;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['departments', 'employees', 'salaries', 'absences', 'documents'] LOOP
    EXECUTE format('ALTER TABLE hr.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY administrators ON hr.%I TO ho_hr_admin USING (employer_id = hr.employer())', t);
    EXECUTE format(
      'CREATE POLICY viewers ON hr.%I FOR SELECT TO ho_hr_viewer USING (employer_id = hr.employer())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON hr.%I TO ho_hr_admin', t);
  END LOOP;
END $$;
ALTER TABLE hr.employers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON hr.employers USING (id = hr.employer());
GRANT USAGE ON SCHEMA hr TO ho_hr_admin, ho_hr_viewer;
GRANT SELECT ON hr.employers, hr.departments TO ho_hr_admin, ho_hr_viewer;
GRANT SELECT (employer_id, staff_no, full_name, department) ON hr.employees TO ho_hr_viewer;
GRANT SELECT (employer_id, staff_no, first_day, last_day) ON hr.absences TO ho_hr_viewer;
RESET ROLE;

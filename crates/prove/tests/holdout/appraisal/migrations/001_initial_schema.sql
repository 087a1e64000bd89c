-- Performance reviews. The application sets hr.company_id; employees are numbered within their company.
CREATE ROLE hf_appraisal_app LOGIN;
CREATE SCHEMA hr;
REVOKE ALL ON SCHEMA hr FROM PUBLIC;
GRANT USAGE ON SCHEMA hr TO hf_appraisal_app;

CREATE DOMAIN hr.score AS smallint CHECK (VALUE BETWEEN 1 AND 5);

CREATE TABLE hr.rating_scale (
  score smallint PRIMARY KEY,
  label text NOT NULL
);
CREATE TABLE hr.company (
  id bigint PRIMARY KEY,
  name text NOT NULL
);
CREATE TABLE hr.employee (
  company_id bigint NOT NULL REFERENCES hr.company (id),
  employee_no integer NOT NULL,
  full_name text NOT NULL,
  email text NOT NULL,
  job_title text NOT NULL,
  manager_no integer,
  left_on date,
  PRIMARY KEY (company_id, employee_no),
  UNIQUE (company_id, email),
  FOREIGN KEY (company_id, manager_no) REFERENCES hr.employee (company_id, employee_no)
);
CREATE TABLE hr.review_cycle (
  company_id bigint NOT NULL REFERENCES hr.company (id),
  cycle_code text NOT NULL,
  title text NOT NULL,
  opens_on date NOT NULL,
  closes_on date NOT NULL CHECK (closes_on >= opens_on),
  PRIMARY KEY (company_id, cycle_code)
);
CREATE TABLE hr.review (
  company_id bigint NOT NULL,
  cycle_code text NOT NULL,
  employee_no integer NOT NULL,
  overall hr.score,
  summary text,
  PRIMARY KEY (company_id, cycle_code, employee_no),
  FOREIGN KEY (company_id, cycle_code) REFERENCES hr.review_cycle (company_id, cycle_code),
  FOREIGN KEY (company_id, employee_no) REFERENCES hr.employee (company_id, employee_no)
);
CREATE TABLE hr.review_answer (
  company_id bigint NOT NULL,
  cycle_code text NOT NULL,
  employee_no integer NOT NULL,
  question_no integer NOT NULL,
  answer text NOT NULL,
  PRIMARY KEY (company_id, cycle_code, employee_no, question_no),
  FOREIGN KEY (company_id, cycle_code, employee_no)
    REFERENCES hr.review (company_id, cycle_code, employee_no) ON DELETE CASCADE
);
CREATE TABLE hr.goal (
  company_id bigint NOT NULL,
  goal_id uuid NOT NULL DEFAULT gen_random_uuid(),
  employee_no integer NOT NULL,
  title text NOT NULL,
  progress integer NOT NULL DEFAULT 0,
  PRIMARY KEY (company_id, goal_id),
  FOREIGN KEY (company_id, employee_no) REFERENCES hr.employee (company_id, employee_no)
);
CREATE TABLE hr.feedback (
  company_id bigint NOT NULL,
  feedback_id uuid NOT NULL DEFAULT gen_random_uuid(),
  about_no integer NOT NULL,
  author_no integer NOT NULL,
  visibility text NOT NULL DEFAULT 'manager' CHECK (visibility IN ('manager', 'shared')),
  note text NOT NULL,
  PRIMARY KEY (company_id, feedback_id),
  FOREIGN KEY (company_id, about_no) REFERENCES hr.employee (company_id, employee_no),
  FOREIGN KEY (company_id, author_no) REFERENCES hr.employee (company_id, employee_no)
);
CREATE TABLE hr.salary_change (
  company_id bigint NOT NULL,
  employee_no integer NOT NULL,
  valid_from date NOT NULL,
  yearly_cents bigint NOT NULL,
  reason text,
  PRIMARY KEY (company_id, employee_no, valid_from),
  FOREIGN KEY (company_id, employee_no) REFERENCES hr.employee (company_id, employee_no)
);
CREATE TABLE hr.one_on_one (
  company_id bigint NOT NULL,
  employee_no integer NOT NULL,
  held_on date NOT NULL,
  notes text,
  PRIMARY KEY (company_id, employee_no, held_on),
  FOREIGN KEY (company_id, employee_no) REFERENCES hr.employee (company_id, employee_no)
);

GRANT SELECT ON hr.rating_scale, hr.company TO hf_appraisal_app;
ALTER TABLE hr.company ENABLE ROW LEVEL SECURITY;
ALTER TABLE hr.company FORCE ROW LEVEL SECURITY;
CREATE POLICY own_company ON hr.company FOR SELECT
  USING (id = NULLIF(current_setting('hr.company_id', true), '')::bigint);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['employee', 'review_cycle', 'review', 'review_answer', 'goal', 'feedback',
    'salary_change', 'one_on_one']
  LOOP
    EXECUTE format('ALTER TABLE hr.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE hr.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY %I ON hr.%I
      USING (company_id = NULLIF(current_setting('hr.company_id', true), '')::bigint)
      WITH CHECK (company_id = NULLIF(current_setting('hr.company_id', true), '')::bigint)$p$, t ||
        '_company', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON hr.%I TO hf_appraisal_app', t);
  END LOOP;
END $$;

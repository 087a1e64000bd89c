-- Employees, what they earn, and the runs that pay them.
CREATE ROLE hf_wages_app LOGIN;
CREATE ROLE hf_wages_report LOGIN;

CREATE SCHEMA pay;
GRANT USAGE ON SCHEMA pay TO hf_wages_app, hf_wages_report;

CREATE TABLE pay.tax_codes (
  code text PRIMARY KEY,
  rate numeric(5, 2) NOT NULL
);
INSERT INTO pay.tax_codes VALUES ('A', 20), ('B', 32.5), ('C', 40);
CREATE TABLE pay.employers (
  id bigint PRIMARY KEY,
  name text NOT NULL,
  pay_day int NOT NULL DEFAULT 25
);
CREATE TABLE pay.employees (
  employer_id bigint NOT NULL REFERENCES pay.employers ON DELETE CASCADE,
  staff_no int NOT NULL,
  full_name text NOT NULL,
  job_title text NOT NULL,
  tax_code text NOT NULL DEFAULT 'A' REFERENCES pay.tax_codes,
  salary numeric(12, 2) NOT NULL,
  left_on date,
  PRIMARY KEY (employer_id, staff_no)
);
CREATE TABLE pay.contractors (
  employer_id bigint NOT NULL REFERENCES pay.employers ON DELETE CASCADE,
  contractor_no int NOT NULL,
  full_name text NOT NULL,
  day_rate numeric(10, 2) NOT NULL,
  PRIMARY KEY (employer_id, contractor_no)
);
CREATE TABLE pay.bank_accounts (
  employer_id bigint NOT NULL,
  staff_no int NOT NULL,
  iban text NOT NULL,
  PRIMARY KEY (employer_id, staff_no),
  CONSTRAINT bank_accounts_iban_key UNIQUE (employer_id, iban),
  FOREIGN KEY (employer_id, staff_no) REFERENCES pay.employees ON DELETE CASCADE
);
CREATE TABLE pay.pay_runs (
  employer_id bigint NOT NULL REFERENCES pay.employers ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  label text NOT NULL,
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'approved', 'paid')),
  PRIMARY KEY (employer_id, id)
);
CREATE TABLE pay.payslips (
  employer_id bigint NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  pay_run_id uuid NOT NULL,
  staff_no int NOT NULL,
  gross numeric(12, 2) NOT NULL,
  net numeric(12, 2) NOT NULL,
  remark text,
  PRIMARY KEY (employer_id, id),
  FOREIGN KEY (employer_id, pay_run_id) REFERENCES pay.pay_runs ON DELETE CASCADE,
  FOREIGN KEY (employer_id, staff_no) REFERENCES pay.employees
);
CREATE TABLE pay.documents (
  employer_id bigint NOT NULL REFERENCES pay.employers ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL,
  audience text[] NOT NULL DEFAULT '{managers}',
  PRIMARY KEY (employer_id, id)
);
CREATE TABLE pay.leave_requests (
  employer_id bigint NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  staff_no int NOT NULL,
  days daterange NOT NULL,
  reason text,
  PRIMARY KEY (employer_id, id),
  FOREIGN KEY (employer_id, staff_no) REFERENCES pay.employees ON DELETE CASCADE
);
CREATE TABLE pay.approvals (
  employer_id bigint NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  pay_run_id uuid NOT NULL,
  approved_by int NOT NULL,
  run_label text,
  PRIMARY KEY (employer_id, id),
  FOREIGN KEY (employer_id, pay_run_id) REFERENCES pay.pay_runs ON DELETE CASCADE,
  FOREIGN KEY (employer_id, approved_by) REFERENCES pay.employees
);

CREATE FUNCTION pay.employer() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('payroll.employer_id', true), '')::bigint
$$;

ALTER TABLE pay.employers ENABLE ROW LEVEL SECURITY;
ALTER TABLE pay.employers FORCE ROW LEVEL SECURITY;
CREATE POLICY employers_tenant ON pay.employers USING (id = pay.employer()) WITH CHECK (id = pay.employer());
ALTER TABLE pay.employees ENABLE ROW LEVEL SECURITY;
ALTER TABLE pay.employees FORCE ROW LEVEL SECURITY;
CREATE POLICY employees_tenant ON pay.employees
  USING (employer_id = pay.employer())
  WITH CHECK (employer_id = pay.employer());
ALTER TABLE pay.contractors ENABLE ROW LEVEL SECURITY;
ALTER TABLE pay.contractors FORCE ROW LEVEL SECURITY;
CREATE POLICY contractors_tenant ON pay.contractors
  USING (employer_id = pay.employer())
  WITH CHECK (employer_id = pay.employer());
ALTER TABLE pay.bank_accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE pay.bank_accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY bank_accounts_tenant ON pay.bank_accounts
  USING (employer_id = pay.employer())
  WITH CHECK (employer_id = pay.employer());
ALTER TABLE pay.pay_runs ENABLE ROW LEVEL SECURITY;
ALTER TABLE pay.pay_runs FORCE ROW LEVEL SECURITY;
CREATE POLICY pay_runs_tenant ON pay.pay_runs
  USING (employer_id = pay.employer())
  WITH CHECK (employer_id = pay.employer());
ALTER TABLE pay.payslips ENABLE ROW LEVEL SECURITY;
ALTER TABLE pay.payslips FORCE ROW LEVEL SECURITY;
CREATE POLICY payslips_tenant ON pay.payslips
  USING (employer_id = pay.employer())
  WITH CHECK (employer_id = pay.employer());
ALTER TABLE pay.documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE pay.documents FORCE ROW LEVEL SECURITY;
CREATE POLICY documents_tenant ON pay.documents
  USING (employer_id = pay.employer())
  WITH CHECK (employer_id = pay.employer());
ALTER TABLE pay.leave_requests ENABLE ROW LEVEL SECURITY;
ALTER TABLE pay.leave_requests FORCE ROW LEVEL SECURITY;
CREATE POLICY leave_requests_tenant ON pay.leave_requests
  USING (employer_id = pay.employer())
  WITH CHECK (employer_id = pay.employer());
ALTER TABLE pay.approvals ENABLE ROW LEVEL SECURITY;
ALTER TABLE pay.approvals FORCE ROW LEVEL SECURITY;
CREATE POLICY approvals_tenant ON pay.approvals
  USING (employer_id = pay.employer())
  WITH CHECK (employer_id = pay.employer());

-- Who is paid, without what. The view has its owner's rights, so it names the employer itself.
CREATE VIEW pay.people WITH (security_barrier = true) AS
  SELECT e.employer_id, e.full_name, e.job_title FROM pay.employees e
  WHERE e.employer_id = pay.employer() AND e.left_on IS NULL;

-- An approval approves its run.
CREATE FUNCTION pay.approve_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE pay.pay_runs SET status = 'approved'
  WHERE employer_id = NEW.employer_id AND id = NEW.pay_run_id RETURNING label INTO NEW.run_label;
  RETURN NEW;
END $$;
CREATE TRIGGER approve_run BEFORE INSERT ON pay.approvals FOR EACH ROW EXECUTE FUNCTION pay.approve_run();

GRANT SELECT ON pay.tax_codes, pay.employers, pay.people TO hf_wages_app, hf_wages_report;
GRANT UPDATE (name, pay_day) ON pay.employers TO hf_wages_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON pay.employees, pay.contractors, pay.bank_accounts, pay.pay_runs,
  pay.payslips, pay.documents, pay.leave_requests, pay.approvals TO hf_wages_app;
GRANT SELECT ON pay.pay_runs, pay.payslips TO hf_wages_report;

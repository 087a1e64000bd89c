-- Expense reports. The tables belong to a group role; the company of the request is in outlay.company_id.
CREATE ROLE hf_outlay_tables NOLOGIN;
CREATE ROLE hf_outlay_app LOGIN;

CREATE SCHEMA exp;
CREATE TYPE exp.report_status AS ENUM ('draft', 'submitted', 'approved', 'paid');

CREATE FUNCTION exp.current_company() RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN nullif(current_setting('outlay.company_id', true), '')::bigint;
END $$;

CREATE TABLE exp.rates (country text PRIMARY KEY, per_diem_cents integer NOT NULL);

CREATE TABLE exp.companies (
  id bigint PRIMARY KEY,
  name text NOT NULL,
  vat_id text
);

CREATE TABLE exp.employees (
  company_id bigint NOT NULL REFERENCES exp.companies,
  id bigint NOT NULL,
  full_name text NOT NULL,
  iban text,
  manager_id bigint,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, manager_id) REFERENCES exp.employees (company_id, id)
);

CREATE TABLE exp.categories (
  company_id bigint NOT NULL REFERENCES exp.companies,
  code text NOT NULL,
  label text NOT NULL,
  PRIMARY KEY (company_id, code)
);

CREATE TABLE exp.reports (
  company_id bigint NOT NULL,
  id bigint NOT NULL,
  employee_id bigint NOT NULL,
  title text NOT NULL,
  status exp.report_status NOT NULL DEFAULT 'draft',
  total_cents integer NOT NULL DEFAULT 0,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, employee_id) REFERENCES exp.employees (company_id, id)
);

CREATE TABLE exp.expenses (
  company_id bigint NOT NULL,
  id bigint NOT NULL,
  report_id bigint NOT NULL,
  category text NOT NULL,
  cents integer NOT NULL CHECK (cents > 0),
  merchant text NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, report_id) REFERENCES exp.reports (company_id, id) ON DELETE CASCADE,
  FOREIGN KEY (company_id, category) REFERENCES exp.categories (company_id, code)
);

CREATE TABLE exp.receipts (
  company_id bigint NOT NULL,
  expense_id bigint NOT NULL,
  ocr_text text NOT NULL,
  PRIMARY KEY (company_id, expense_id),
  FOREIGN KEY (company_id, expense_id) REFERENCES exp.expenses (company_id, id) ON DELETE CASCADE
);

CREATE TABLE exp.approvals (
  company_id bigint NOT NULL,
  report_id bigint NOT NULL,
  approver_id bigint NOT NULL,
  comment text,
  PRIMARY KEY (company_id, report_id, approver_id),
  FOREIGN KEY (company_id, report_id) REFERENCES exp.reports (company_id, id) ON DELETE CASCADE,
  FOREIGN KEY (company_id, approver_id) REFERENCES exp.employees (company_id, id)
);

CREATE TABLE exp.policies_text (
  company_id bigint NOT NULL REFERENCES exp.companies,
  version integer NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (company_id, version)
);

-- The total is kept by the database, under the rights and policies of the caller.
CREATE FUNCTION exp.sum_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE exp.reports r SET total_cents = (
    SELECT coalesce(sum(e.cents), 0) FROM exp.expenses e
    WHERE e.company_id = NEW.company_id AND e.report_id = NEW.report_id)
  WHERE r.company_id = NEW.company_id AND r.id = NEW.report_id;
  RETURN NULL;
END $$;
CREATE TRIGGER expenses_sum AFTER INSERT OR UPDATE ON exp.expenses
  FOR EACH ROW EXECUTE FUNCTION exp.sum_report();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['employees', 'categories', 'reports', 'expenses', 'receipts', 'approvals',
    'policies_text'] LOOP
    EXECUTE format('CREATE POLICY company ON exp.%I USING (company_id = exp.current_company())'
      ' WITH CHECK (company_id = exp.current_company())', t);
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON exp.%I TO hf_outlay_app', t);
  END LOOP;
  CREATE POLICY company ON exp.companies FOR SELECT USING (id = exp.current_company());
  FOREACH t IN ARRAY ARRAY['companies', 'employees', 'categories', 'reports', 'expenses', 'receipts',
    'approvals', 'policies_text'] LOOP
    EXECUTE format('ALTER TABLE exp.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE exp.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE exp.%I OWNER TO hf_outlay_tables', t);
    EXECUTE format('GRANT SELECT ON exp.%I TO hf_outlay_app', t);
  END LOOP;
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA exp FROM PUBLIC;
GRANT USAGE ON SCHEMA exp TO hf_outlay_app, hf_outlay_tables;
GRANT EXECUTE ON FUNCTION exp.current_company() TO hf_outlay_app, hf_outlay_tables;
GRANT SELECT ON exp.rates TO hf_outlay_app;

-- Procurement. A company runs tenders; a second setting names the department, which narrows further.
CREATE ROLE hf_procurement_app LOGIN;
CREATE ROLE hf_procurement_audit NOLOGIN;
CREATE SCHEMA proc;
GRANT USAGE ON SCHEMA proc TO hf_procurement_app, hf_procurement_audit;

CREATE FUNCTION proc.company() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('proc.company', true), '')::uuid;
CREATE FUNCTION proc.department() RETURNS text LANGUAGE sql STABLE
  RETURN nullif(current_setting('proc.department', true), '');

CREATE TABLE proc.cpv_codes (cpv text PRIMARY KEY, label text NOT NULL);
CREATE TABLE proc.companies (company_id uuid PRIMARY KEY, legal_name text NOT NULL, tax_number text);
CREATE TABLE proc.departments (
  company_id uuid NOT NULL REFERENCES proc.companies,
  department text NOT NULL,
  budget numeric(14, 2) NOT NULL DEFAULT 0,
  PRIMARY KEY (company_id, department)
);
CREATE TABLE proc.suppliers (
  company_id uuid NOT NULL REFERENCES proc.companies,
  supplier_id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  vat_number text,
  rating int,
  PRIMARY KEY (company_id, supplier_id),
  UNIQUE (company_id, vat_number)
);
CREATE TABLE proc.tenders (
  company_id uuid NOT NULL,
  tender_id uuid NOT NULL DEFAULT gen_random_uuid(),
  department text NOT NULL,
  title text NOT NULL,
  cpv text REFERENCES proc.cpv_codes,
  reserve_price numeric(14, 2),
  opens_at timestamptz,
  state text NOT NULL DEFAULT 'draft',
  PRIMARY KEY (company_id, tender_id),
  FOREIGN KEY (company_id, department) REFERENCES proc.departments
);
CREATE TABLE proc.bids (
  company_id uuid NOT NULL,
  tender_id uuid NOT NULL,
  supplier_id uuid NOT NULL,
  amount numeric(14, 2) NOT NULL,
  remarks text,
  PRIMARY KEY (company_id, tender_id, supplier_id),
  FOREIGN KEY (company_id, tender_id) REFERENCES proc.tenders ON DELETE CASCADE,
  FOREIGN KEY (company_id, supplier_id) REFERENCES proc.suppliers ON DELETE CASCADE
);
CREATE TABLE proc.purchase_orders (
  company_id uuid NOT NULL,
  po_number text NOT NULL,
  department text NOT NULL,
  supplier_id uuid NOT NULL,
  total numeric(14, 2) NOT NULL DEFAULT 0,
  approved_by text,
  terms text,
  PRIMARY KEY (company_id, po_number),
  FOREIGN KEY (company_id, department) REFERENCES proc.departments,
  FOREIGN KEY (company_id, supplier_id) REFERENCES proc.suppliers
);
CREATE TABLE proc.po_lines (
  company_id uuid NOT NULL,
  po_number text NOT NULL,
  line_no int NOT NULL,
  item text NOT NULL,
  price numeric(14, 2) NOT NULL DEFAULT 0,
  PRIMARY KEY (company_id, po_number, line_no),
  FOREIGN KEY (company_id, po_number) REFERENCES proc.purchase_orders ON DELETE CASCADE
);
CREATE TABLE proc.approvals (
  company_id uuid NOT NULL,
  po_number text NOT NULL,
  step int NOT NULL,
  approver text NOT NULL,
  comment text,
  PRIMARY KEY (company_id, po_number, step),
  FOREIGN KEY (company_id, po_number) REFERENCES proc.purchase_orders ON DELETE CASCADE
);
CREATE TABLE proc.mail_jobs (
  company_id uuid NOT NULL REFERENCES proc.companies,
  job_id uuid NOT NULL DEFAULT gen_random_uuid(),
  recipient text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (company_id, job_id)
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['companies', 'departments', 'suppliers', 'tenders', 'bids', 'purchase_orders',
      'po_lines', 'approvals', 'mail_jobs'] LOOP
    EXECUTE format('ALTER TABLE proc.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE proc.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY company_rows ON proc.%I TO hf_procurement_app
      USING (company_id = proc.company()) WITH CHECK (company_id = proc.company())', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['tenders', 'purchase_orders'] LOOP
    EXECUTE format('CREATE POLICY department_rows ON proc.%I AS RESTRICTIVE TO hf_procurement_app
      USING (proc.department() IS NULL OR department = proc.department())', t);
  END LOOP;
END $$;
GRANT SELECT ON proc.cpv_codes, proc.companies, proc.departments TO hf_procurement_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON proc.suppliers, proc.tenders, proc.bids, proc.purchase_orders,
  proc.po_lines, proc.approvals TO hf_procurement_app;
GRANT SELECT, INSERT ON proc.mail_jobs TO hf_procurement_app;

-- The total follows the lines. The order is found by its whole key.
CREATE FUNCTION proc.sum_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = proc, pg_temp AS $$
BEGIN
  UPDATE proc.purchase_orders o SET total = (
      SELECT coalesce(sum(l.price), 0) FROM proc.po_lines l
      WHERE l.company_id = NEW.company_id AND l.po_number = NEW.po_number)
    WHERE o.company_id = NEW.company_id AND o.po_number = NEW.po_number;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION proc.sum_order() FROM PUBLIC;
CREATE TRIGGER sum_order AFTER INSERT OR UPDATE ON proc.po_lines
  FOR EACH ROW EXECUTE FUNCTION proc.sum_order();

CREATE VIEW proc.bid_list WITH (security_barrier = true) AS
  SELECT b.company_id, t.title, s.name AS supplier, b.amount, b.remarks
  FROM proc.bids b
  JOIN proc.tenders t ON t.company_id = b.company_id AND t.tender_id = b.tender_id
  JOIN proc.suppliers s ON s.company_id = b.company_id AND s.supplier_id = b.supplier_id
  WHERE b.company_id = proc.company() AND (proc.department() IS NULL OR t.department = proc.department());
GRANT SELECT ON proc.bid_list TO hf_procurement_app;

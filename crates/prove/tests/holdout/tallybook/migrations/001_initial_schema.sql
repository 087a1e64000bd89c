-- Bookkeeping, with the plural table names of the framework.
CREATE ROLE hf_tallybook_app LOGIN;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE currencies (
  code text PRIMARY KEY,
  digits integer NOT NULL DEFAULT 2
);
CREATE TABLE companies (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  currency_code text REFERENCES currencies (code)
);
CREATE TABLE accounts (
  company_id uuid NOT NULL REFERENCES companies (id),
  code text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (company_id, code)
);
CREATE TABLE contacts (
  company_id uuid NOT NULL REFERENCES companies (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  email text NOT NULL,
  PRIMARY KEY (company_id, id)
);
CREATE TABLE invoices (
  company_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  number text NOT NULL,
  contact_id uuid NOT NULL,
  total_cents bigint NOT NULL,
  paid_cents bigint NOT NULL DEFAULT 0,
  state text NOT NULL DEFAULT 'draft',
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (company_id, id),
  UNIQUE (company_id, number),
  FOREIGN KEY (company_id, contact_id) REFERENCES contacts (company_id, id)
);
CREATE TABLE invoice_lines (
  company_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  position integer NOT NULL,
  description text NOT NULL,
  amount_cents bigint NOT NULL,
  PRIMARY KEY (company_id, invoice_id, position),
  FOREIGN KEY (company_id, invoice_id) REFERENCES invoices (company_id, id) ON DELETE CASCADE
);
CREATE TABLE bank_lines (
  company_id uuid NOT NULL REFERENCES companies (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  booked_on date NOT NULL,
  payee text NOT NULL,
  amount_cents bigint NOT NULL,
  PRIMARY KEY (company_id, id)
);
CREATE TABLE journal_entries (
  company_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  account_code text NOT NULL,
  amount_cents bigint NOT NULL,
  memo text NOT NULL DEFAULT '',
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, account_code) REFERENCES accounts (company_id, code)
);
-- Files hang on anything: an invoice, a contact, a bank line.
CREATE TABLE attachments (
  company_id uuid NOT NULL REFERENCES companies (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  attachable_type text NOT NULL,
  attachable_id uuid NOT NULL,
  file_name text NOT NULL,
  PRIMARY KEY (company_id, id)
);
CREATE TABLE tax_returns (
  company_id uuid NOT NULL REFERENCES companies (id),
  period text NOT NULL,
  state text NOT NULL DEFAULT 'open',
  due_cents bigint NOT NULL,
  PRIMARY KEY (company_id, period)
);

CREATE FUNCTION current_company() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('tally.company_id', true), '')::uuid $$;
GRANT EXECUTE ON FUNCTION current_company() TO hf_tallybook_app;

ALTER TABLE companies ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY companies_own ON companies USING (id = current_company());
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['accounts', 'contacts', 'invoices', 'invoice_lines', 'bank_lines',
    'journal_entries', 'attachments'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I USING (company_id = current_company())', t || '_company', t);
  END LOOP;
END $$;
-- A tax return that was sent is not changed any more; the company is a second, restrictive wall.
ALTER TABLE tax_returns ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tax_returns_read ON tax_returns FOR SELECT USING (true);
CREATE POLICY tax_returns_add ON tax_returns FOR INSERT WITH CHECK (state = 'open');
CREATE POLICY tax_returns_edit ON tax_returns FOR UPDATE USING (state = 'open') WITH CHECK (true);
CREATE POLICY tax_returns_company ON tax_returns AS RESTRICTIVE USING (company_id = current_company());

GRANT SELECT ON currencies, companies TO hf_tallybook_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON accounts, contacts, invoices, invoice_lines, bank_lines,
  journal_entries, attachments TO hf_tallybook_app;
GRANT SELECT, INSERT, UPDATE ON tax_returns TO hf_tallybook_app;

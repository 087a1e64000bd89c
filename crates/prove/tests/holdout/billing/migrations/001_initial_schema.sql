-- Invoices and payments: bigint tenants, composite keys, lines that reach their tenant through the invoice.

CREATE ROLE ho_billing_owner NOLOGIN;
CREATE ROLE ho_billing_api LOGIN;
CREATE ROLE ho_billing_report LOGIN;

CREATE SCHEMA billing AUTHORIZATION ho_billing_owner;
SET LOCAL ROLE ho_billing_owner;

CREATE TABLE billing.accounts (
  account_id bigint PRIMARY KEY,
  legal_name text NOT NULL,
  vat_number text
);

CREATE TABLE billing.tax_rates (country char(2) PRIMARY KEY, percent numeric(5, 2) NOT NULL);

CREATE TABLE billing.customers (
  account_id bigint NOT NULL REFERENCES billing.accounts,
  customer_no integer NOT NULL,
  name text NOT NULL,
  iban text,
  PRIMARY KEY (account_id, customer_no)
);

CREATE TABLE billing.invoices (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id bigint NOT NULL,
  invoice_no integer NOT NULL,
  customer_no integer NOT NULL,
  total numeric(14, 2) NOT NULL DEFAULT 0,
  issued_on date,
  UNIQUE (account_id, invoice_no),
  UNIQUE (account_id, id),
  FOREIGN KEY (account_id, customer_no) REFERENCES billing.customers
);

CREATE TABLE billing.invoice_lines (
  invoice_id uuid NOT NULL REFERENCES billing.invoices ON DELETE CASCADE,
  line_no integer NOT NULL,
  description text NOT NULL,
  net numeric(14, 2) NOT NULL,
  gross numeric(14, 2) GENERATED ALWAYS AS (net * 1.19) STORED,
  PRIMARY KEY (invoice_id, line_no)
);

CREATE TABLE billing.payments (
  account_id bigint NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  invoice_id uuid NOT NULL,
  amount numeric(14, 2) NOT NULL,
  reference text,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, invoice_id) REFERENCES billing.invoices (account_id, id)
);

CREATE TABLE billing.number_ranges (
  account_id bigint NOT NULL REFERENCES billing.accounts,
  kind text NOT NULL,
  next_no integer NOT NULL DEFAULT 1,
  PRIMARY KEY (account_id, kind)
);

CREATE FUNCTION billing.account() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('billing.account', true), '')::bigint $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['accounts', 'customers', 'invoices', 'payments', 'number_ranges'] LOOP
    EXECUTE format('ALTER TABLE billing.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE billing.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY by_account ON billing.%I USING (account_id = (SELECT billing.account()))', name);
  END LOOP;
END $$;

ALTER TABLE billing.invoice_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing.invoice_lines FORCE ROW LEVEL SECURITY;
CREATE POLICY by_invoice ON billing.invoice_lines USING (EXISTS (
  SELECT FROM billing.invoices i WHERE i.id = invoice_lines.invoice_id AND i.account_id = (SELECT
    billing.account())));

-- Runs as the owner of the tables, who is bound by their policies, too.
CREATE FUNCTION billing.next_number(wanted text) RETURNS integer LANGUAGE sql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  INSERT INTO billing.number_ranges AS r (account_id, kind, next_no) VALUES (billing.account(), wanted, 2)
  ON CONFLICT (account_id, kind) DO UPDATE SET next_no = r.next_no + 1 RETURNING next_no - 1
$$;

CREATE VIEW billing.open_items AS
  SELECT i.account_id, i.invoice_no, i.total - coalesce(sum(p.amount), 0) AS open
  FROM billing.invoices i LEFT JOIN billing.payments p ON p.account_id = i.account_id AND p.invoice_id = i.id
  GROUP BY i.account_id, i.id;

GRANT USAGE ON SCHEMA billing TO ho_billing_api, ho_billing_report;
GRANT SELECT ON ALL TABLES IN SCHEMA billing TO ho_billing_api, ho_billing_report;
GRANT INSERT, UPDATE, DELETE ON billing.customers, billing.invoices, billing.invoice_lines, billing.payments
  TO ho_billing_api;
RESET ROLE;

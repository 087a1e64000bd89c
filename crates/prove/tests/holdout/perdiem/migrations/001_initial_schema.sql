CREATE ROLE hf_perdiem_app LOGIN;
CREATE SCHEMA expense;

CREATE FUNCTION expense.current_org() RETURNS integer LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('app.current_org', true), '')::integer $$;
REVOKE EXECUTE ON FUNCTION expense.current_org() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION expense.current_org() TO hf_perdiem_app;

CREATE TABLE expense.orgs (
  org_id integer PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE expense.employees (
  org_id integer NOT NULL REFERENCES expense.orgs (org_id),
  employee_no integer NOT NULL,
  name text NOT NULL,
  bank_account text,
  PRIMARY KEY (org_id, employee_no)
);

CREATE TABLE expense.trips (
  org_id integer NOT NULL,
  trip_no integer NOT NULL,
  employee_no integer NOT NULL,
  purpose text NOT NULL,
  days daterange NOT NULL,
  PRIMARY KEY (org_id, trip_no),
  FOREIGN KEY (org_id, employee_no) REFERENCES expense.employees (org_id, employee_no)
);

-- A claim gets its voucher number when it is approved.
CREATE TABLE expense.claims (
  org_id integer NOT NULL,
  claim_no integer NOT NULL,
  trip_no integer NOT NULL,
  period date NOT NULL,
  memo text NOT NULL,
  cents bigint NOT NULL,
  voucher_no bigint,
  PRIMARY KEY (org_id, claim_no),
  FOREIGN KEY (org_id, trip_no) REFERENCES expense.trips (org_id, trip_no)
);

-- The key in the object store begins with the organisation: 7/2026/receipt.pdf
CREATE TABLE expense.receipts (
  org_id integer NOT NULL,
  receipt_no integer NOT NULL,
  claim_no integer NOT NULL,
  storage_key text NOT NULL,
  read_text text,
  PRIMARY KEY (org_id, receipt_no),
  FOREIGN KEY (org_id, claim_no) REFERENCES expense.claims (org_id, claim_no) ON DELETE CASCADE
);

CREATE TABLE expense.card_payments (
  org_id integer NOT NULL REFERENCES expense.orgs (org_id),
  payment_no integer NOT NULL,
  last4 text NOT NULL,
  merchant text NOT NULL,
  cents bigint NOT NULL,
  PRIMARY KEY (org_id, payment_no)
);

CREATE TABLE expense.rates (
  org_id integer NOT NULL REFERENCES expense.orgs (org_id),
  rate_no integer NOT NULL,
  country text NOT NULL,
  cents_a_day integer NOT NULL,
  is_default boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org_id, rate_no)
);

CREATE TABLE expense.exports (
  org_id integer NOT NULL REFERENCES expense.orgs (org_id),
  export_no integer NOT NULL,
  period date NOT NULL,
  content text,
  PRIMARY KEY (org_id, export_no)
);

CREATE TABLE expense.audit_log (
  org_id integer NOT NULL REFERENCES expense.orgs (org_id),
  entry_id uuid NOT NULL DEFAULT gen_random_uuid(),
  what text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, entry_id)
);

DO $$
DECLARE t regclass;
BEGIN
  FOR t IN SELECT c.oid FROM pg_class c
    WHERE c.relnamespace = 'expense'::regnamespace AND c.relkind = 'r' LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY org_only ON %s TO hf_perdiem_app
      USING (org_id = expense.current_org()) WITH CHECK (org_id = expense.current_org())', t);
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA expense TO hf_perdiem_app;
GRANT SELECT ON expense.orgs TO hf_perdiem_app;
GRANT SELECT, INSERT ON expense.audit_log TO hf_perdiem_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON expense.employees, expense.trips, expense.claims, expense.receipts,
  expense.card_payments, expense.rates, expense.exports TO hf_perdiem_app;

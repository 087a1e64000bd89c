-- Three logins: the application, the worker that sends payments to banks, and reporting that only reads.
CREATE ROLE hf_treasury_app LOGIN;
CREATE ROLE hf_treasury_worker LOGIN;
CREATE ROLE hf_treasury_reporting LOGIN;

CREATE SCHEMA tre;
GRANT USAGE ON SCHEMA tre TO hf_treasury_app, hf_treasury_worker, hf_treasury_reporting;

-- The company of the session. Nothing set, or an empty text, means no company.
CREATE FUNCTION tre.current_company() RETURNS uuid
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('tre.company_id', true), '')::uuid $$;
REVOKE ALL ON FUNCTION tre.current_company() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tre.current_company()
  TO hf_treasury_app, hf_treasury_worker, hf_treasury_reporting;

CREATE TABLE tre.currencies (
  code text PRIMARY KEY,
  decimals integer NOT NULL DEFAULT 2
);

CREATE TABLE tre.companies (
  company_id uuid PRIMARY KEY,
  legal_name text NOT NULL,
  base_currency text NOT NULL REFERENCES tre.currencies
);

CREATE TABLE tre.staff (
  company_id uuid NOT NULL REFERENCES tre.companies,
  staff_id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  limit_amount numeric(14,2) NOT NULL DEFAULT 0,
  PRIMARY KEY (company_id, staff_id),
  UNIQUE (company_id, email)
);

CREATE TABLE tre.bank_accounts (
  company_id uuid NOT NULL REFERENCES tre.companies,
  account_id uuid NOT NULL DEFAULT gen_random_uuid(),
  iban text NOT NULL,
  label text NOT NULL,
  currency text NOT NULL REFERENCES tre.currencies,
  balance numeric(14,2) NOT NULL DEFAULT 0,
  PRIMARY KEY (company_id, account_id),
  UNIQUE (company_id, iban)
);

CREATE TABLE tre.counterparties (
  company_id uuid NOT NULL REFERENCES tre.companies,
  counterparty_id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  iban text NOT NULL,
  PRIMARY KEY (company_id, counterparty_id)
);

-- Numbers of payments run within a company, so that nobody learns how many there are elsewhere.
CREATE TABLE tre.payment_counters (
  company_id uuid PRIMARY KEY REFERENCES tre.companies,
  last_no bigint NOT NULL DEFAULT 0
);

CREATE TABLE tre.payments (
  company_id uuid NOT NULL REFERENCES tre.companies,
  payment_no bigint NOT NULL,
  account_id uuid NOT NULL,
  counterparty_id uuid NOT NULL,
  amount numeric(14,2) NOT NULL CHECK (amount > 0),
  purpose text NOT NULL DEFAULT '',
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'approved', 'sent')),
  PRIMARY KEY (company_id, payment_no),
  FOREIGN KEY (company_id, account_id) REFERENCES tre.bank_accounts,
  FOREIGN KEY (company_id, counterparty_id) REFERENCES tre.counterparties
);

CREATE TABLE tre.approvals (
  company_id uuid NOT NULL,
  payment_no bigint NOT NULL,
  staff_id uuid NOT NULL,
  note text NOT NULL DEFAULT '',
  PRIMARY KEY (company_id, payment_no, staff_id),
  FOREIGN KEY (company_id, payment_no) REFERENCES tre.payments ON DELETE CASCADE,
  FOREIGN KEY (company_id, staff_id) REFERENCES tre.staff
);

CREATE TABLE tre.statements (
  company_id uuid NOT NULL REFERENCES tre.companies,
  booked_on date NOT NULL,
  line_id uuid NOT NULL DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL,
  amount numeric(14,2) NOT NULL,
  narrative text NOT NULL,
  PRIMARY KEY (company_id, booked_on, line_id),
  FOREIGN KEY (company_id, account_id) REFERENCES tre.bank_accounts
) PARTITION BY RANGE (booked_on);
CREATE TABLE tre.statements_2025 PARTITION OF tre.statements
  FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE tre.statements_2026 PARTITION OF tre.statements
  FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

CREATE TABLE tre.audit_log (
  company_id uuid NOT NULL REFERENCES tre.companies,
  entry_id uuid NOT NULL DEFAULT gen_random_uuid(),
  happened_at timestamptz NOT NULL DEFAULT now(),
  what text NOT NULL,
  PRIMARY KEY (company_id, entry_id)
);

CREATE TABLE tre.outbox (
  company_id uuid NOT NULL REFERENCES tre.companies,
  message_id uuid NOT NULL DEFAULT gen_random_uuid(),
  topic text NOT NULL,
  payload jsonb NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (company_id, message_id)
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['companies', 'staff', 'bank_accounts', 'counterparties', 'payment_counters',
    'payments', 'approvals', 'statements', 'statements_2025', 'statements_2026', 'audit_log', 'outbox']
  LOOP
    EXECUTE format('ALTER TABLE tre.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON tre.%I FOR SELECT USING (company_id = tre.current_company())',
      t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON tre.%I FOR INSERT WITH CHECK (company_id = tre.current_company())',
      t || '_add', t);
    EXECUTE format('CREATE POLICY %I ON tre.%I FOR UPDATE USING (company_id = tre.current_company())'
      ' WITH CHECK (company_id = tre.current_company())', t || '_edit', t);
    EXECUTE format('CREATE POLICY %I ON tre.%I FOR DELETE USING (company_id = tre.current_company())',
      t || '_drop', t);
  END LOOP;
END
$$;

-- The numbers come from a procedure with its owner's rights; the application cannot set them back.
CREATE FUNCTION tre.next_payment_no() RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  INSERT INTO tre.payment_counters AS c (company_id, last_no) VALUES (tre.current_company(), 1)
  ON CONFLICT (company_id) DO UPDATE SET last_no = c.last_no + 1
  RETURNING last_no
$$;
REVOKE ALL ON FUNCTION tre.next_payment_no() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tre.next_payment_no() TO hf_treasury_app;

-- A trigger notes each change of a payment. It writes with the rights of the session.
CREATE FUNCTION tre.note_payment() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  INSERT INTO tre.audit_log (company_id, what)
  VALUES (NEW.company_id, format('%s payment %s', TG_OP, NEW.payment_no));
  INSERT INTO tre.outbox (company_id, topic, payload)
  VALUES (NEW.company_id, 'payment', jsonb_build_object('no', NEW.payment_no, 'status', NEW.status));
  RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION tre.note_payment() FROM PUBLIC;
CREATE TRIGGER note_payment AFTER INSERT OR UPDATE ON tre.payments
  FOR EACH ROW EXECUTE FUNCTION tre.note_payment();

GRANT SELECT ON tre.currencies, tre.companies
  TO hf_treasury_app, hf_treasury_worker, hf_treasury_reporting;
GRANT SELECT, INSERT, UPDATE, DELETE ON tre.staff, tre.bank_accounts, tre.counterparties, tre.approvals
  TO hf_treasury_app;
GRANT SELECT, INSERT, UPDATE ON tre.payments, tre.statements TO hf_treasury_app;
GRANT SELECT ON tre.payment_counters TO hf_treasury_app;
GRANT SELECT, INSERT ON tre.audit_log, tre.outbox TO hf_treasury_app, hf_treasury_worker;
GRANT SELECT, UPDATE ON tre.payments TO hf_treasury_worker;
GRANT UPDATE (sent_at), DELETE ON tre.outbox TO hf_treasury_worker;
GRANT SELECT ON tre.bank_accounts, tre.payments, tre.approvals, tre.statements TO hf_treasury_reporting;

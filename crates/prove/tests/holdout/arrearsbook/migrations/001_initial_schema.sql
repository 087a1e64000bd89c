-- Invoices and dunning. Numbers of rows are drawn at random, so that gaps tell nothing of other accounts.
CREATE ROLE hf_arrearsbook_app LOGIN;

CREATE FUNCTION current_account_id() RETURNS bigint
LANGUAGE sql STABLE AS $$ SELECT NULLIF(current_setting('app.account_id', true), '')::bigint $$;

CREATE FUNCTION random_id() RETURNS bigint
LANGUAGE sql VOLATILE AS $$ SELECT (random() * 9007199254740991)::bigint $$;

CREATE TABLE schema_migrations (version text PRIMARY KEY);

CREATE TABLE accounts (
  id bigint PRIMARY KEY,
  name text NOT NULL,
  created_at timestamp NOT NULL DEFAULT now()
);

CREATE TABLE users (
  account_id bigint NOT NULL REFERENCES accounts,
  id bigint NOT NULL DEFAULT random_id(),
  email text NOT NULL,
  PRIMARY KEY (account_id, id),
  CONSTRAINT index_users_on_account_id_and_email UNIQUE (account_id, email)
);

CREATE TABLE customers (
  account_id bigint NOT NULL REFERENCES accounts,
  id bigint NOT NULL DEFAULT random_id(),
  external_ref text NOT NULL,
  name text NOT NULL,
  credit_note text,
  deleted_at timestamp,
  PRIMARY KEY (account_id, id),
  CONSTRAINT index_customers_on_account_id_and_external_ref UNIQUE (account_id, external_ref)
);

CREATE TABLE invoices (
  account_id bigint NOT NULL REFERENCES accounts,
  id bigint NOT NULL DEFAULT random_id(),
  customer_id bigint NOT NULL,
  number bigint,
  subject text NOT NULL,
  due_on date,
  PRIMARY KEY (account_id, id),
  CONSTRAINT index_invoices_on_account_id_and_number UNIQUE (account_id, number),
  FOREIGN KEY (account_id, customer_id) REFERENCES customers (account_id, id)
);

CREATE TABLE invoice_lines (
  account_id bigint NOT NULL REFERENCES accounts,
  id bigint NOT NULL DEFAULT random_id(),
  invoice_id bigint NOT NULL,
  description text NOT NULL,
  cents bigint NOT NULL,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, invoice_id) REFERENCES invoices (account_id, id) ON DELETE CASCADE
);

CREATE TABLE payments (
  account_id bigint NOT NULL REFERENCES accounts,
  id bigint NOT NULL DEFAULT random_id(),
  customer_id bigint NOT NULL,
  reference text NOT NULL,
  cents bigint NOT NULL,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, customer_id) REFERENCES customers (account_id, id)
);

CREATE TABLE dunning_letters (
  account_id bigint NOT NULL REFERENCES accounts,
  id bigint NOT NULL DEFAULT random_id(),
  customer_id bigint,
  stage int NOT NULL DEFAULT 1,
  body text NOT NULL,
  sent_at timestamp,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, customer_id) REFERENCES customers (account_id, id)
);

CREATE TABLE delayed_jobs (
  account_id bigint NOT NULL REFERENCES accounts,
  id bigint NOT NULL DEFAULT random_id(),
  queue text NOT NULL DEFAULT 'default',
  handler text NOT NULL,
  run_at timestamp NOT NULL DEFAULT now(),
  locked_at timestamp,
  PRIMARY KEY (account_id, id)
);

-- Each table in its own words, as the generator wrote them.
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY accounts_tenant ON accounts USING (id = current_account_id());

DO $$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['users', 'customers', 'invoices', 'invoice_lines', 'payments', 'dunning_letters',
    'delayed_jobs'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', r);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', r);
    EXECUTE format('CREATE POLICY %I ON %I USING (account_id = current_account_id())
      WITH CHECK (account_id = current_account_id())', r || '_tenant', r);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_arrearsbook_app', r);
  END LOOP;
END $$;

GRANT SELECT ON accounts, schema_migrations TO hf_arrearsbook_app;

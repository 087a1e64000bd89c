-- Accounts with customers, invoices, lines, payments, recurring plans and web hooks.
CREATE ROLE hf_invoicing_app LOGIN;
CREATE ROLE hf_invoicing_worker LOGIN;

CREATE TABLE accounts (
  id bigint PRIMARY KEY,
  name varchar NOT NULL,
  subdomain varchar NOT NULL UNIQUE,
  created_at timestamp NOT NULL DEFAULT now()
);

CREATE TABLE currencies (
  code char(3) PRIMARY KEY,
  exponent smallint NOT NULL DEFAULT 2
);
INSERT INTO currencies VALUES ('EUR'), ('USD');

-- Every account counts its own rows, so no number tells how busy the others are.
CREATE TABLE counters (
  account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE,
  name varchar NOT NULL,
  value bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (account_id, name)
);

CREATE TABLE users (
  account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE,
  id bigint NOT NULL,
  email varchar NOT NULL,
  api_key_digest varchar,
  PRIMARY KEY (account_id, id),
  CONSTRAINT index_users_on_account_id_and_email UNIQUE (account_id, email)
);

CREATE TABLE customers (
  account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE,
  id bigint NOT NULL,
  name varchar NOT NULL,
  vat_number varchar,
  deleted_at timestamp,
  PRIMARY KEY (account_id, id)
);

CREATE TABLE invoices (
  account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE,
  id bigint NOT NULL,
  customer_id bigint NOT NULL,
  number varchar NOT NULL,
  currency char(3) NOT NULL DEFAULT 'EUR' REFERENCES currencies,
  status varchar NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'sent', 'paid', 'void')),
  total_cents bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (account_id, id),
  CONSTRAINT index_invoices_on_account_id_and_number UNIQUE (account_id, number),
  FOREIGN KEY (account_id, customer_id) REFERENCES customers
);

CREATE TABLE invoice_lines (
  account_id bigint NOT NULL,
  invoice_id bigint NOT NULL,
  position integer NOT NULL,
  description text NOT NULL,
  amount_cents bigint NOT NULL,
  PRIMARY KEY (account_id, invoice_id, position),
  FOREIGN KEY (account_id, invoice_id) REFERENCES invoices ON DELETE CASCADE
);

CREATE TABLE payments (
  account_id bigint NOT NULL,
  id bigint NOT NULL,
  invoice_id bigint NOT NULL,
  amount_cents bigint NOT NULL CHECK (amount_cents > 0),
  reference varchar,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, invoice_id) REFERENCES invoices
);

CREATE TABLE webhooks (
  account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE,
  id bigint NOT NULL,
  url varchar NOT NULL,
  secret varchar NOT NULL,
  PRIMARY KEY (account_id, id)
);

-- What a web hook still has to send; a trigger writes it when an invoice is paid.
CREATE TABLE webhook_deliveries (
  account_id bigint NOT NULL,
  id bigint NOT NULL,
  webhook_id bigint NOT NULL,
  payload jsonb NOT NULL,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, webhook_id) REFERENCES webhooks ON DELETE CASCADE
);

CREATE FUNCTION current_account_id() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.current_account_id', true), '')::bigint
$$;

CREATE FUNCTION assign_id() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.id IS NULL THEN
    INSERT INTO counters AS c VALUES (NEW.account_id, TG_TABLE_NAME, 1)
    ON CONFLICT (account_id, name) DO UPDATE SET value = c.value + 1
    RETURNING value INTO NEW.id;
  END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION enqueue_webhooks() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO webhook_deliveries (account_id, webhook_id, payload)
  SELECT w.account_id, w.id, jsonb_build_object('number', NEW.number, 'total', NEW.total_cents)
  FROM webhooks w WHERE w.account_id = NEW.account_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER invoices_paid AFTER UPDATE ON invoices
FOR EACH ROW WHEN (NEW.status = 'paid' AND OLD.status <> 'paid') EXECUTE FUNCTION enqueue_webhooks();

ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY accounts_own ON accounts USING (id = current_account_id());
GRANT SELECT, UPDATE (name) ON accounts TO hf_invoicing_app;
GRANT SELECT ON currencies TO hf_invoicing_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['counters', 'users', 'customers', 'invoices', 'invoice_lines', 'payments',
      'webhooks', 'webhook_deliveries'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY account_isolation ON %I USING (account_id = current_account_id())
      WITH CHECK (account_id = current_account_id())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_invoicing_app', t);
    IF t NOT IN ('counters', 'invoice_lines') THEN
      EXECUTE format('CREATE TRIGGER assign_id BEFORE INSERT ON %I
        FOR EACH ROW EXECUTE FUNCTION assign_id()', t);
    END IF;
  END LOOP;
END
$$;

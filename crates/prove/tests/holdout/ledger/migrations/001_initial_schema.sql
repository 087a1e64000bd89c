-- Bookkeeping with a login role for each tenant: policies compare the session's user.

CREATE ROLE ho_ledger_owner NOLOGIN;
CREATE ROLE ho_ledger_tenants NOLOGIN;
CREATE ROLE ho_ledger_acme LOGIN IN ROLE ho_ledger_tenants;
CREATE ROLE ho_ledger_zeta LOGIN IN ROLE ho_ledger_tenants;

CREATE SCHEMA books AUTHORIZATION ho_ledger_owner;

CREATE TABLE books.tenants (id text PRIMARY KEY, login name NOT NULL UNIQUE, company text NOT NULL);
INSERT INTO books.tenants VALUES
  ('acme', 'ho_ledger_acme', 'Acme Ltd'), ('zeta', 'ho_ledger_zeta', 'Zeta Ltd');

-- session_user, so that functions that run as their owner keep the tenant of the caller.
CREATE FUNCTION books.tenant() RETURNS text LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT id FROM books.tenants WHERE login = session_user $$;

CREATE TABLE books.accounts (
  tenant_id text NOT NULL DEFAULT books.tenant() REFERENCES books.tenants,
  number text NOT NULL,
  title text NOT NULL,
  PRIMARY KEY (tenant_id, number)
);

CREATE TABLE books.periods (
  tenant_id text NOT NULL DEFAULT books.tenant() REFERENCES books.tenants,
  during daterange NOT NULL,
  closed boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, during)
);

CREATE TABLE books.entries (
  tenant_id text NOT NULL DEFAULT books.tenant() REFERENCES books.tenants,
  entry_no integer NOT NULL,
  booked_on date NOT NULL,
  memo text,
  PRIMARY KEY (tenant_id, entry_no)
);

CREATE TABLE books.lines (
  tenant_id text NOT NULL DEFAULT books.tenant(),
  entry_no integer NOT NULL,
  line_no integer NOT NULL,
  account text NOT NULL,
  debit numeric(14, 2) NOT NULL DEFAULT 0 CHECK (debit >= 0),
  credit numeric(14, 2) NOT NULL DEFAULT 0 CHECK (credit >= 0),
  PRIMARY KEY (tenant_id, entry_no, line_no),
  FOREIGN KEY (tenant_id, entry_no) REFERENCES books.entries ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, account) REFERENCES books.accounts
);

CREATE TABLE books.balances (
  tenant_id text NOT NULL,
  account text NOT NULL,
  balance numeric(14, 2) NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, account),
  FOREIGN KEY (tenant_id, account) REFERENCES books.accounts ON DELETE CASCADE
);

CREATE TABLE books.attachments (
  tenant_id text NOT NULL DEFAULT books.tenant(),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  entry_no integer NOT NULL,
  file_name text NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, entry_no) REFERENCES books.entries ON DELETE CASCADE
);

CREATE FUNCTION books.add_to_balance() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO books.balances AS b VALUES (NEW.tenant_id, NEW.account, NEW.debit - NEW.credit)
  ON CONFLICT (tenant_id, account) DO UPDATE SET balance = b.balance + excluded.balance;
  RETURN NULL;
END $$;
CREATE TRIGGER balance AFTER INSERT ON books.lines FOR EACH ROW EXECUTE FUNCTION books.add_to_balance();

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['accounts', 'periods', 'entries', 'lines', 'balances', 'attachments'] LOOP
    EXECUTE format('ALTER TABLE books.%I OWNER TO ho_ledger_owner', name);
    EXECUTE format('ALTER TABLE books.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own ON books.%I USING (tenant_id = (SELECT books.tenant()))', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON books.%I TO ho_ledger_tenants', name);
  END LOOP;
END $$;
REVOKE INSERT, UPDATE, DELETE ON books.balances FROM ho_ledger_tenants;
ALTER TABLE books.tenants ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON books.tenants FOR SELECT USING (login = session_user);
GRANT USAGE ON SCHEMA books TO ho_ledger_tenants;
GRANT SELECT ON books.tenants TO ho_ledger_tenants;

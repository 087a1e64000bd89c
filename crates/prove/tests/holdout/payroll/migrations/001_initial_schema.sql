-- Payroll runs: one open policy for everybody, and a restrictive one that names the tenant.

CREATE ROLE ho_payroll_app LOGIN;
CREATE SCHEMA pay;

CREATE TABLE pay.clients (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE pay.people (
  client_id integer NOT NULL REFERENCES pay.clients,
  person_no integer NOT NULL,
  name text NOT NULL,
  iban text,
  PRIMARY KEY (client_id, person_no)
);
CREATE TABLE pay.runs (
  client_id integer NOT NULL REFERENCES pay.clients,
  month date NOT NULL,
  state text NOT NULL DEFAULT 'open',
  PRIMARY KEY (client_id, month)
);
CREATE TABLE pay.slips (
  client_id integer NOT NULL,
  month date NOT NULL,
  person_no integer NOT NULL,
  net numeric(10, 2) NOT NULL,
  PRIMARY KEY (client_id, month, person_no),
  FOREIGN KEY (client_id, month) REFERENCES pay.runs ON DELETE CASCADE,
  FOREIGN KEY (client_id, person_no) REFERENCES pay.people
);
CREATE TABLE pay.approvals (
  client_id integer NOT NULL,
  month date NOT NULL,
  approver text NOT NULL,
  approved_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (client_id, month, approver),
  FOREIGN KEY (client_id, month) REFERENCES pay.runs ON DELETE CASCADE
);
CREATE TABLE pay.journal (
  client_id integer NOT NULL REFERENCES pay.clients,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  entry jsonb NOT NULL,
  PRIMARY KEY (client_id, id)
);

CREATE FUNCTION pay.write_journal() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
  INSERT INTO pay.journal (client_id, entry) VALUES (NEW.client_id, to_jsonb(NEW));
  RETURN NEW;
END $$;
CREATE TRIGGER journal AFTER INSERT OR UPDATE ON pay.slips FOR EACH ROW EXECUTE FUNCTION pay.write_journal();

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['people', 'runs', 'slips', 'approvals', 'journal'] LOOP
    EXECUTE format('ALTER TABLE pay.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY open ON pay.%I USING (true)', t);
    EXECUTE format($p$CREATE POLICY client ON pay.%I AS RESTRICTIVE
      USING (client_id = (SELECT nullif(current_setting('pay.client_id', true), '')::integer))$p$, t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON pay.%I TO ho_payroll_app', t);
  END LOOP;
END $$;
REVOKE UPDATE, DELETE ON pay.journal FROM ho_payroll_app;
ALTER TABLE pay.clients ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON pay.clients USING (id = nullif(current_setting('pay.client_id', true), '')::integer);
GRANT USAGE ON SCHEMA pay TO ho_payroll_app;
GRANT SELECT ON pay.clients TO ho_payroll_app;

-- Payouts for companies that hire freelancers. The token's claims are in request.jwt.claims; sub is the
-- person.
CREATE ROLE hf_gigpurse_app LOGIN;
CREATE SCHEMA pay;
REVOKE ALL ON SCHEMA pay FROM PUBLIC;
GRANT USAGE ON SCHEMA pay TO hf_gigpurse_app;

CREATE TABLE pay.currencies (
  code char(3) PRIMARY KEY,
  decimals integer NOT NULL DEFAULT 2
);
CREATE TABLE pay.companies (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  country text NOT NULL
);
CREATE TABLE pay.company_members (
  company_id uuid NOT NULL REFERENCES pay.companies (id) ON DELETE CASCADE,
  user_id uuid NOT NULL,
  display_name text NOT NULL,
  role text NOT NULL DEFAULT 'viewer' CHECK (role IN ('viewer', 'payer', 'owner')),
  PRIMARY KEY (company_id, user_id)
);
CREATE TABLE pay.freelancers (
  company_id uuid NOT NULL REFERENCES pay.companies (id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  full_name text NOT NULL,
  email text NOT NULL,
  PRIMARY KEY (company_id, id),
  UNIQUE (company_id, email)
);
CREATE TABLE pay.payout_methods (
  company_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  freelancer_id uuid NOT NULL,
  kind text NOT NULL DEFAULT 'bank',
  iban text NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, freelancer_id) REFERENCES pay.freelancers (company_id, id) ON DELETE CASCADE
);
CREATE TABLE pay.contracts (
  company_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  freelancer_id uuid NOT NULL,
  title text NOT NULL,
  hourly_cents bigint NOT NULL,
  currency char(3) NOT NULL REFERENCES pay.currencies (code),
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, freelancer_id) REFERENCES pay.freelancers (company_id, id)
);
CREATE TABLE pay.milestones (
  company_id uuid NOT NULL,
  contract_id uuid NOT NULL,
  position integer NOT NULL,
  title text NOT NULL,
  amount_cents bigint NOT NULL,
  PRIMARY KEY (company_id, contract_id, position),
  FOREIGN KEY (company_id, contract_id) REFERENCES pay.contracts (company_id, id) ON DELETE CASCADE
);
CREATE TABLE pay.invoices (
  company_id uuid NOT NULL REFERENCES pay.companies (id) ON DELETE CASCADE,
  number text NOT NULL,
  freelancer_id uuid NOT NULL,
  amount_cents bigint NOT NULL,
  memo text,
  PRIMARY KEY (company_id, number),
  FOREIGN KEY (company_id, freelancer_id) REFERENCES pay.freelancers (company_id, id)
);
CREATE TABLE pay.payouts (
  company_id uuid NOT NULL,
  reference text NOT NULL,
  invoice_number text NOT NULL,
  payee text NOT NULL,
  amount_cents bigint NOT NULL,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'approved', 'sent', 'failed')),
  PRIMARY KEY (company_id, reference),
  FOREIGN KEY (company_id, invoice_number) REFERENCES pay.invoices (company_id, number)
);
CREATE TABLE pay.disputes (
  company_id uuid NOT NULL REFERENCES pay.companies (id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  reason text NOT NULL,
  status text NOT NULL DEFAULT 'open',
  escalated boolean NOT NULL DEFAULT false,
  PRIMARY KEY (company_id, id)
);
CREATE TABLE pay.webhooks (
  company_id uuid NOT NULL REFERENCES pay.companies (id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  url text NOT NULL,
  signing_secret text NOT NULL,
  PRIMARY KEY (company_id, id)
);

CREATE FUNCTION pay.uid() RETURNS uuid
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(NULLIF(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub', '')::uuid $$;

-- With its owner's rights, because the policy on the memberships themselves asks it too.
CREATE FUNCTION pay.my_companies() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pay, pg_temp
AS $$ SELECT m.company_id FROM pay.company_members m WHERE m.user_id = pay.uid() $$;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA pay FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pay TO hf_gigpurse_app;

GRANT SELECT ON pay.currencies, pay.companies, pay.company_members TO hf_gigpurse_app;
ALTER TABLE pay.companies ENABLE ROW LEVEL SECURITY;
ALTER TABLE pay.companies FORCE ROW LEVEL SECURITY;
CREATE POLICY companies_mine ON pay.companies FOR SELECT USING (id IN (SELECT pay.my_companies()));
ALTER TABLE pay.company_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE pay.company_members FORCE ROW LEVEL SECURITY;
CREATE POLICY members_read ON pay.company_members FOR SELECT USING (company_id IN (SELECT
  pay.my_companies()));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['freelancers', 'payout_methods', 'contracts', 'milestones', 'invoices', 'payouts',
    'disputes', 'webhooks']
  LOOP
    EXECUTE format('ALTER TABLE pay.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE pay.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON pay.%I TO hf_gigpurse_app', t);
    EXECUTE format('CREATE POLICY %I ON pay.%I FOR SELECT
      USING (company_id IN (SELECT pay.my_companies()))', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON pay.%I FOR INSERT
      WITH CHECK (company_id IN (SELECT pay.my_companies()))', t || '_insert', t);
    EXECUTE format('CREATE POLICY %I ON pay.%I FOR UPDATE
      USING (company_id IN (SELECT pay.my_companies()))
      WITH CHECK (company_id IN (SELECT pay.my_companies()))', t || '_update', t);
    EXECUTE format('CREATE POLICY %I ON pay.%I FOR DELETE
      USING (company_id IN (SELECT pay.my_companies()))', t || '_delete', t);
  END LOOP;
END $$;

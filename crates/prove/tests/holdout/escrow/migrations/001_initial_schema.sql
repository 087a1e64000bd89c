-- The application and a login for reports. The owner of the functions is neither of them.
CREATE ROLE hf_escrow_owner NOLOGIN;
CREATE ROLE hf_escrow_app LOGIN;
CREATE ROLE hf_escrow_reporting LOGIN;

CREATE SCHEMA escrow AUTHORIZATION hf_escrow_owner;
SET ROLE hf_escrow_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE hf_escrow_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TYPE escrow.deal_state AS ENUM ('open', 'funded', 'released', 'cancelled');

CREATE TABLE escrow.agencies (
  agency text PRIMARY KEY CHECK (agency ~ '^[a-z][a-z0-9-]*$'),
  display_name text NOT NULL,
  licence_no text NOT NULL
);

CREATE TABLE escrow.parties (
  agency text NOT NULL REFERENCES escrow.agencies,
  party_ref text NOT NULL,
  full_name text NOT NULL,
  tax_id text NOT NULL,
  PRIMARY KEY (agency, party_ref)
);

CREATE TABLE escrow.deals (
  agency text NOT NULL REFERENCES escrow.agencies,
  deal_ref text NOT NULL,
  buyer_ref text NOT NULL,
  seller_ref text NOT NULL,
  title text NOT NULL,
  state escrow.deal_state NOT NULL DEFAULT 'open',
  price_cents bigint NOT NULL CHECK (price_cents > 0),
  tracking_token uuid NOT NULL DEFAULT gen_random_uuid(),
  archived_at timestamptz,
  PRIMARY KEY (agency, deal_ref),
  FOREIGN KEY (agency, buyer_ref) REFERENCES escrow.parties,
  FOREIGN KEY (agency, seller_ref) REFERENCES escrow.parties
);

CREATE TABLE escrow.deposits (
  agency text NOT NULL,
  deal_ref text NOT NULL,
  line_no integer NOT NULL,
  cents bigint NOT NULL,
  bank_reference text NOT NULL,
  PRIMARY KEY (agency, deal_ref, line_no),
  FOREIGN KEY (agency, deal_ref) REFERENCES escrow.deals
);

CREATE TABLE escrow.conditions (
  agency text NOT NULL,
  deal_ref text NOT NULL,
  line_no integer NOT NULL,
  wording text NOT NULL,
  met boolean NOT NULL DEFAULT false,
  PRIMARY KEY (agency, deal_ref, line_no),
  FOREIGN KEY (agency, deal_ref) REFERENCES escrow.deals ON DELETE CASCADE
);

CREATE TABLE escrow.documents (
  agency text NOT NULL,
  document_id uuid NOT NULL DEFAULT gen_random_uuid(),
  deal_ref text NOT NULL,
  file_name text NOT NULL,
  body text NOT NULL DEFAULT '',
  search tsvector GENERATED ALWAYS AS (to_tsvector('simple', file_name || ' ' || body)) STORED,
  PRIMARY KEY (agency, document_id),
  FOREIGN KEY (agency, deal_ref) REFERENCES escrow.deals
);
CREATE INDEX documents_search ON escrow.documents USING gin (search);

CREATE TABLE escrow.disputes (
  agency text NOT NULL,
  deal_ref text NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT now(),
  reason text NOT NULL,
  PRIMARY KEY (agency, deal_ref),
  FOREIGN KEY (agency, deal_ref) REFERENCES escrow.deals
);

CREATE TABLE escrow.events (
  agency text NOT NULL REFERENCES escrow.agencies,
  event_id uuid NOT NULL DEFAULT gen_random_uuid(),
  deal_ref text NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (agency, event_id)
);

-- A permissive policy opens the table to the application, a restrictive one keeps it to the agency:
-- whatever is added later, the second still stands in the way.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['agencies', 'parties', 'deals', 'deposits', 'conditions', 'documents',
    'disputes', 'events']
  LOOP
    EXECUTE format('ALTER TABLE escrow.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE escrow.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY use_it ON escrow.%I USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY own_agency ON escrow.%I AS RESTRICTIVE'
      ' USING (agency = NULLIF(current_setting(''app.agency'', true), ''''))'
      ' WITH CHECK (agency = NULLIF(current_setting(''app.agency'', true), ''''))', t);
  END LOOP;
END
$$;

-- Release of the money in one step. FORCE makes the policies hold for the owner of the function too.
CREATE FUNCTION escrow.release(which text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  found_title text;
BEGIN
  UPDATE escrow.deals SET state = 'released'
  WHERE deal_ref = which AND state = 'funded'
    AND NOT EXISTS (SELECT 1 FROM escrow.conditions c
      WHERE c.agency = deals.agency AND c.deal_ref = deals.deal_ref AND NOT c.met)
  RETURNING title INTO found_title;
  INSERT INTO escrow.events (agency, deal_ref, detail)
  SELECT d.agency, d.deal_ref, '{"what": "released"}' FROM escrow.deals d
  WHERE d.deal_ref = which AND found_title IS NOT NULL;
  RETURN found_title;
END
$$;

CREATE VIEW escrow.open_deals WITH (security_invoker = true, security_barrier = true) AS
  SELECT agency, deal_ref, title, price_cents FROM escrow.deals
  WHERE state IN ('open', 'funded') AND archived_at IS NULL;

GRANT USAGE ON SCHEMA escrow TO hf_escrow_app, hf_escrow_reporting;
GRANT USAGE ON TYPE escrow.deal_state TO hf_escrow_app;
GRANT EXECUTE ON FUNCTION escrow.release(text) TO hf_escrow_app;
GRANT SELECT ON escrow.agencies TO hf_escrow_app, hf_escrow_reporting;
GRANT SELECT, INSERT, UPDATE ON escrow.parties, escrow.deals, escrow.deposits, escrow.disputes
  TO hf_escrow_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON escrow.conditions, escrow.documents TO hf_escrow_app;
GRANT SELECT, INSERT ON escrow.events TO hf_escrow_app;
GRANT SELECT ON escrow.open_deals, escrow.deals, escrow.deposits TO hf_escrow_reporting;
GRANT SELECT ON escrow.open_deals TO hf_escrow_app;
RESET ROLE;

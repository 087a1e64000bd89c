-- The owner's policy lets the views and functions read the tables; no login is the owner.
CREATE ROLE hf_brokerage_owner NOLOGIN;
CREATE ROLE hf_brokerage_app LOGIN;
CREATE ROLE hf_brokerage_reporting LOGIN;

CREATE SCHEMA bkdata AUTHORIZATION hf_brokerage_owner;
CREATE SCHEMA bk AUTHORIZATION hf_brokerage_owner;
GRANT USAGE ON SCHEMA bk TO hf_brokerage_app, hf_brokerage_reporting;
SET ROLE hf_brokerage_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE hf_brokerage_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE FUNCTION bk.firm() RETURNS uuid
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('brokerage.firm', true), '')::uuid $$;
-- The desk narrows the firm; without one the session sees all desks of its firm.
CREATE FUNCTION bk.on_desk(desk text) RETURNS boolean
LANGUAGE sql STABLE
AS $$ SELECT coalesce(NULLIF(current_setting('brokerage.desk', true), ''), desk) = desk $$;
GRANT EXECUTE ON FUNCTION bk.firm(), bk.on_desk(text) TO hf_brokerage_app, hf_brokerage_reporting;

CREATE TABLE bkdata.instruments (
  isin text PRIMARY KEY,
  title text NOT NULL
);

CREATE TABLE bkdata.firms (
  firm_id uuid PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE bkdata.desks (
  firm_id uuid NOT NULL REFERENCES bkdata.firms,
  desk text NOT NULL,
  head text NOT NULL,
  PRIMARY KEY (firm_id, desk)
);

CREATE TABLE bkdata.clients (
  firm_id uuid NOT NULL DEFAULT bk.firm(),
  client_no integer NOT NULL,
  desk text NOT NULL,
  name text NOT NULL,
  risk text NOT NULL DEFAULT 'low' CHECK (risk IN ('low', 'middle', 'high')),
  PRIMARY KEY (firm_id, client_no),
  FOREIGN KEY (firm_id, desk) REFERENCES bkdata.desks
);

CREATE TABLE bkdata.portfolios (
  firm_id uuid NOT NULL DEFAULT bk.firm(),
  portfolio_id uuid NOT NULL DEFAULT gen_random_uuid(),
  client_no integer NOT NULL,
  title text NOT NULL,
  PRIMARY KEY (firm_id, portfolio_id),
  FOREIGN KEY (firm_id, client_no) REFERENCES bkdata.clients
);

CREATE TABLE bkdata.orders (
  firm_id uuid NOT NULL DEFAULT bk.firm(),
  order_no integer NOT NULL,
  portfolio_id uuid NOT NULL,
  isin text NOT NULL REFERENCES bkdata.instruments,
  side text NOT NULL CHECK (side IN ('buy', 'sell')),
  pieces integer NOT NULL CHECK (pieces > 0),
  status text NOT NULL DEFAULT 'open',
  memo text NOT NULL DEFAULT '',
  PRIMARY KEY (firm_id, order_no),
  FOREIGN KEY (firm_id, portfolio_id) REFERENCES bkdata.portfolios
);

CREATE TABLE bkdata.fills (
  firm_id uuid NOT NULL,
  order_no integer NOT NULL,
  fill_no integer NOT NULL,
  price numeric(12,4) NOT NULL,
  venue text NOT NULL,
  PRIMARY KEY (firm_id, order_no, fill_no),
  FOREIGN KEY (firm_id, order_no) REFERENCES bkdata.orders
);

CREATE TABLE bkdata.watchlists (
  firm_id uuid NOT NULL DEFAULT bk.firm() REFERENCES bkdata.firms,
  list_name text NOT NULL,
  owner_name text NOT NULL,
  shared boolean NOT NULL DEFAULT false,
  isins text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (firm_id, list_name)
);

CREATE TABLE bkdata.delegations (
  firm_id uuid NOT NULL REFERENCES bkdata.firms,
  acts_for uuid NOT NULL REFERENCES bkdata.firms,
  until date NOT NULL,
  PRIMARY KEY (firm_id, acts_for)
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['firms', 'desks', 'clients', 'portfolios', 'orders', 'fills', 'watchlists',
    'delegations']
  LOOP
    EXECUTE format('ALTER TABLE bkdata.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_only ON bkdata.%I TO hf_brokerage_owner'
      ' USING (true) WITH CHECK (true)', t);
  END LOOP;
END
$$;

CREATE VIEW bk.instruments AS SELECT isin, title FROM bkdata.instruments;
CREATE VIEW bk.firms WITH (security_barrier = true) AS
  SELECT firm_id, name FROM bkdata.firms WHERE firm_id = bk.firm();
CREATE VIEW bk.desks WITH (security_barrier = true) AS
  SELECT firm_id, desk, head FROM bkdata.desks
  WHERE firm_id = bk.firm() AND bk.on_desk(desk);
CREATE VIEW bk.clients WITH (security_barrier = true) AS
  SELECT firm_id, client_no, desk, name, risk FROM bkdata.clients
  WHERE firm_id = bk.firm() AND bk.on_desk(desk)
  WITH LOCAL CHECK OPTION;
CREATE VIEW bk.portfolios WITH (security_barrier = true) AS
  SELECT firm_id, portfolio_id, client_no, title FROM bkdata.portfolios
  WHERE firm_id = bk.firm()
  WITH LOCAL CHECK OPTION;
CREATE VIEW bk.orders WITH (security_barrier = true) AS
  SELECT firm_id, order_no, portfolio_id, isin, side, pieces, status, memo FROM bkdata.orders
  WHERE firm_id = bk.firm()
  WITH LOCAL CHECK OPTION;
CREATE VIEW bk.fills WITH (security_barrier = true) AS
  SELECT f.firm_id, f.order_no, f.fill_no, f.price, f.venue, o.isin
  FROM bkdata.fills f
  JOIN bkdata.orders o ON o.firm_id = f.firm_id AND o.order_no = f.order_no
  WHERE f.firm_id = bk.firm();
CREATE VIEW bk.watchlists WITH (security_barrier = true) AS
  SELECT firm_id, list_name, owner_name, shared, isins FROM bkdata.watchlists
  WHERE firm_id = bk.firm()
  WITH LOCAL CHECK OPTION;

CREATE FUNCTION bk.cancel_order(which integer) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  WITH done AS (
    UPDATE bkdata.orders SET status = 'cancelled'
    WHERE firm_id = bk.firm() AND order_no = which AND status = 'open'
    RETURNING 1
  )
  SELECT EXISTS (SELECT 1 FROM done)
$$;
GRANT EXECUTE ON FUNCTION bk.cancel_order(integer) TO hf_brokerage_app;

GRANT SELECT ON bk.instruments, bk.firms, bk.desks, bk.fills TO hf_brokerage_app, hf_brokerage_reporting;
GRANT SELECT ON bk.orders TO hf_brokerage_reporting;
-- The firm of a new row comes from the session. The application may not name it: a view checks what is
-- written only after the keys were compared, which would tell of other firms' rows.
GRANT SELECT ON bk.clients, bk.portfolios, bk.orders, bk.watchlists TO hf_brokerage_app;
GRANT INSERT (client_no, desk, name, risk), UPDATE (desk, name, risk) ON bk.clients TO hf_brokerage_app;
GRANT INSERT (portfolio_id, client_no, title), UPDATE (title) ON bk.portfolios TO hf_brokerage_app;
GRANT INSERT (order_no, portfolio_id, isin, side, pieces, memo), UPDATE (pieces, status, memo) ON bk.orders
  TO hf_brokerage_app;
GRANT INSERT (list_name, owner_name, shared, isins), UPDATE (shared, isins) ON bk.watchlists
  TO hf_brokerage_app;
RESET ROLE;

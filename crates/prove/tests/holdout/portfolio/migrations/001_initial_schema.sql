-- Firms, advisers, clients, portfolios, positions, orders, documents, notes and the import of prices.
CREATE ROLE hf_portfolio_app LOGIN;
CREATE ROLE hf_portfolio_import NOLOGIN;

CREATE TABLE firms_firm (
  id integer PRIMARY KEY,
  name varchar(200) NOT NULL,
  fee_percent numeric(5, 2) NOT NULL DEFAULT 1
);

-- Market data are common to all firms.
CREATE TABLE market_security (isin char(12) PRIMARY KEY, name varchar(200) NOT NULL);
CREATE TABLE market_price (
  isin char(12) NOT NULL REFERENCES market_security,
  day date NOT NULL,
  price numeric(18, 4) NOT NULL,
  PRIMARY KEY (isin, day)
);
INSERT INTO market_security VALUES ('XX0000000001', 'Index fund'), ('XX0000000002', 'Gold');
INSERT INTO market_price VALUES ('XX0000000001', '2026-01-02', 10), ('XX0000000002', '2026-01-02', 20);

-- Advisers are numbered within their firm, as clients and portfolios are.
CREATE TABLE firms_adviser (
  firm_id integer NOT NULL REFERENCES firms_firm ON DELETE CASCADE,
  adviser_no integer NOT NULL,
  name varchar(200) NOT NULL,
  PRIMARY KEY (firm_id, adviser_no)
);

CREATE TABLE clients_client (
  firm_id integer NOT NULL,
  client_no integer NOT NULL,
  adviser_no integer NOT NULL,
  name varchar(200) NOT NULL,
  tax_number varchar(40),
  risk varchar(10) NOT NULL DEFAULT 'medium' CHECK (risk IN ('low', 'medium', 'high')),
  PRIMARY KEY (firm_id, client_no),
  UNIQUE (firm_id, tax_number),
  FOREIGN KEY (firm_id, adviser_no) REFERENCES firms_adviser
);

CREATE TABLE portfolios_portfolio (
  firm_id integer NOT NULL,
  portfolio_no integer NOT NULL,
  client_no integer NOT NULL,
  title varchar(200) NOT NULL,
  PRIMARY KEY (firm_id, portfolio_no),
  FOREIGN KEY (firm_id, client_no) REFERENCES clients_client ON DELETE CASCADE
);

CREATE TABLE portfolios_position (
  firm_id integer NOT NULL,
  portfolio_no integer NOT NULL,
  isin char(12) NOT NULL REFERENCES market_security,
  quantity numeric(18, 4) NOT NULL,
  PRIMARY KEY (firm_id, portfolio_no, isin),
  FOREIGN KEY (firm_id, portfolio_no) REFERENCES portfolios_portfolio ON DELETE CASCADE
);

CREATE TABLE trading_order (
  firm_id integer NOT NULL,
  order_no integer NOT NULL,
  portfolio_no integer NOT NULL,
  isin char(12) NOT NULL REFERENCES market_security,
  quantity numeric(18, 4) NOT NULL,
  state varchar(10) NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'sent', 'done')),
  PRIMARY KEY (firm_id, order_no),
  FOREIGN KEY (firm_id, portfolio_no) REFERENCES portfolios_portfolio ON DELETE CASCADE
);

CREATE TABLE clients_document (
  firm_id integer NOT NULL,
  document_no integer NOT NULL,
  client_no integer NOT NULL,
  title varchar(200) NOT NULL,
  content text NOT NULL DEFAULT '',
  PRIMARY KEY (firm_id, document_no),
  FOREIGN KEY (firm_id, client_no) REFERENCES clients_client ON DELETE CASCADE
);

CREATE TABLE clients_note (
  firm_id integer NOT NULL,
  note_no integer NOT NULL,
  client_no integer NOT NULL,
  adviser_no integer NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (firm_id, note_no),
  FOREIGN KEY (firm_id, client_no) REFERENCES clients_client ON DELETE CASCADE,
  FOREIGN KEY (firm_id, adviser_no) REFERENCES firms_adviser
);

-- Reports take their time, so they are made overnight; the application reads them through the view.
CREATE MATERIALIZED VIEW reports_value AS
SELECT p.firm_id, p.portfolio_no, sum(p.quantity * m.price) AS value
FROM portfolios_position p JOIN market_price m ON m.isin = p.isin
GROUP BY p.firm_id, p.portfolio_no;

CREATE FUNCTION firm() RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('portfolio.firm_id', true), '')::integer
$$;
CREATE FUNCTION adviser() RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('portfolio.adviser_no', true), '')::integer
$$;

CREATE VIEW reports_my_value WITH (security_barrier = true) AS
SELECT firm_id, portfolio_no, value FROM reports_value WHERE firm_id = firm();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['firms_adviser', 'clients_client', 'portfolios_portfolio', 'portfolios_position',
      'trading_order', 'clients_document', 'clients_note'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I USING (firm_id = firm()) WITH CHECK (firm_id = firm())',
      t || '_firm', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_portfolio_app', t);
  END LOOP;
END
$$;
-- An adviser who is named in the session sees his own notes only.
CREATE POLICY clients_note_adviser ON clients_note AS RESTRICTIVE
  USING (adviser() IS NULL OR adviser_no = adviser());
ALTER TABLE firms_firm ENABLE ROW LEVEL SECURITY;
ALTER TABLE firms_firm FORCE ROW LEVEL SECURITY;
CREATE POLICY firms_firm_firm ON firms_firm USING (id = firm());
GRANT SELECT ON firms_firm, market_security, market_price, reports_my_value TO hf_portfolio_app;

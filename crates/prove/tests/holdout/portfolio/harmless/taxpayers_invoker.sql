-- Harmless: the view has the reader's rights, and the rules of the table are a barrier in themselves.
CREATE VIEW clients_taxpayers WITH (security_invoker = true) AS
SELECT firm_id, client_no, name, tax_number FROM clients_client
WHERE firm_id::text = current_setting('portfolio.firm_id', true);
GRANT SELECT ON clients_taxpayers TO hf_portfolio_app;

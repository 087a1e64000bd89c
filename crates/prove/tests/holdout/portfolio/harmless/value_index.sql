-- Harmless: the materialized view gets an index and the import role a grant; the app reads the filtered view.
CREATE UNIQUE INDEX reports_value_key ON reports_value (firm_id, portfolio_no);
GRANT SELECT ON reports_value TO hf_portfolio_import;

-- The application may read the materialized view itself, past the view that filters it.
-- about: reports_value
-- as: hf_portfolio_app
-- exploit: SET portfolio.firm_id = '1';
-- exploit: SELECT value FROM reports_value;
-- shows: 626740.0000
-- Sorting by value uses an index, which the view hid.
CREATE INDEX reports_value_value ON reports_value (value);
GRANT SELECT ON reports_value TO hf_portfolio_app;

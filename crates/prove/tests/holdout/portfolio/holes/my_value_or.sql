-- The view shows the portfolios of all firms to a session without a firm.
-- about: reports_my_value
-- as: hf_portfolio_app
-- exploit: SELECT portfolio_no, value FROM reports_my_value;
-- shows: 626740.0000
-- The report server has no firm in its session.
CREATE OR REPLACE VIEW reports_my_value WITH (security_barrier = true) AS
SELECT firm_id, portfolio_no, value FROM reports_value WHERE firm_id = coalesce(firm(), firm_id);

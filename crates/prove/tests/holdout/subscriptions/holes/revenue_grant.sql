-- The finance role may read the materialized view, and the application becomes a member of finance.
-- about: revenue_by_plan, hf_subscriptions_finance
-- as: hf_subscriptions_app
-- exploit: SET billing.merchant_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT title, monthly FROM billing.revenue_by_plan;
-- shows: Gold-secret
GRANT SELECT ON billing.revenue_by_plan TO hf_subscriptions_finance;
GRANT hf_subscriptions_finance TO hf_subscriptions_app;

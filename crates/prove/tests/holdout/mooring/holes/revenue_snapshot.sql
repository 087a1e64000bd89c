-- A materialized view has no row level security, so each harbour reads the revenue of all.
-- about: monthly_revenue, bills
-- as: hf_mooring_app
-- exploit: SET app.harbour_id = '0a000000-0000-4000-8000-000000000001';
-- exploit: SELECT * FROM harbour.monthly_revenue;
-- shows: 77131
CREATE MATERIALIZED VIEW harbour.monthly_revenue AS
SELECT b.harbour_id, date_trunc('month', s.arrives) AS month, sum(b.amount_cents) AS cents
FROM harbour.bills b
JOIN harbour.stays s ON s.harbour_id = b.harbour_id AND s.id = b.stay_id
GROUP BY 1, 2;
CREATE UNIQUE INDEX monthly_revenue_key ON harbour.monthly_revenue (harbour_id, month);
GRANT SELECT ON harbour.monthly_revenue TO hf_mooring_app;

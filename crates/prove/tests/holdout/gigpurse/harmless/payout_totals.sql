-- The totals as a view with its caller's rights: each person sums the payouts of their own companies.
CREATE VIEW pay.payout_totals WITH (security_invoker = true, security_barrier = true) AS
SELECT company_id, payee, sum(amount_cents) AS total_cents, count(*) AS payouts
FROM pay.payouts
GROUP BY company_id, payee;
GRANT SELECT ON pay.payout_totals TO hf_gigpurse_app;
